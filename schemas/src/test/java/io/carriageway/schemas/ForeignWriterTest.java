package io.carriageway.schemas;

import static io.carriageway.schemas.Registered.framed;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that tools register for the same record; each is written under number 7. */
class ForeignWriterTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String TIME = "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}";

    private final Registered registry = new Registered();
    private final EventDecoder<VehicleTelemetry> decoder = new EventDecoder<>(VehicleTelemetry.class, registry);

    /** A telemetry schema of any tool: which record, and the types of the columns that differ. */
    private static Schema telemetry(String name, String time, String number, String vehicleClass, String more) {
        return new Schema.Parser()
                .parse(
                        """
                        {"type": "record", "name": "%s", "fields": [
                          {"name": "vehicle_class", "type": %s},
                          {"name": "vehicle_id", "type": "string"},
                          {"name": "speed_kmh", "type": %s},
                          {"name": "recorded_at", "type": %s},
                          {"name": "latitude", "type": "double"},
                          {"name": "longitude", "type": "double"}%s]}
                        """
                                .formatted(name, vehicleClass, number, time, more));
    }

    private static Schema telemetry(String time, String number, String vehicleClass) {
        return telemetry("org.apache.flink.avro.generated.record", time, number, vehicleClass, "");
    }

    private static GenericData.Record row(Schema schema, Object speed, Object time, Object vehicleClass) {
        var row = new GenericData.Record(schema);
        Map.of("vehicle_id", "v1", "latitude", 50.0, "longitude", 11.0).forEach(row::put);
        row.put("speed_kmh", speed);
        row.put("recorded_at", time);
        row.put("vehicle_class", vehicleClass);
        return row;
    }

    @Test
    void anEnumMayBeAString() throws Exception {
        var schema = telemetry("io.carriageway.event.VehicleTelemetry", TIME, "\"double\"", "\"string\"", "");

        assertThat(decoded(row(schema, 30.0, NOON.toEpochMilli(), "CAR"))).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RICKSHAW", "car", ""})
    void aWordThatIsNoSymbolTakesTheDefault(String word) throws Exception {
        var schema = telemetry(TIME, "\"double\"", "\"string\"");

        assertThat(decoded(row(schema, 30.0, NOON.toEpochMilli(), word)).getVehicleClass())
                .hasToString("OTHER");
    }

    @Test
    void aWordThatIsNoSymbolIsInvalidWhereThereIsNoDefault() throws Exception {
        var reports = new EventDecoder<>(AccidentReport.class, registry);
        var schema = new Schema.Parser()
                .parse(AccidentReport.getClassSchema()
                        .toString()
                        .replaceFirst("\\{\"type\":\"enum\",\"name\":\"AccidentStatus\"[^}]*\\}", "\"string\""));
        var report = new GenericData.Record(schema);
        Samples.accident()
                .getSchema()
                .getFields()
                .forEach(
                        field -> report.put(field.name(), raw(Samples.accident().get(field.pos()), field.schema())));
        assertThat(decoded(reports, report)).isEqualTo(Samples.accident());

        report.put("status", "CLOSED");

        assertThat(fault(reports, report, Fault.FIELD_INVALID))
                .isEqualTo("field status must be one of [ACTIVE, RESOLVED]");
    }

    /** The generated class's value as a generic writer takes it. */
    private static Object raw(Object value, Schema schema) {
        if (value instanceof Instant time) {
            return time.toEpochMilli();
        }
        return value instanceof Enum<?> symbol && schema.getName().equals("AccidentStatus") ? symbol.name() : value;
    }

    @Test
    void aRecordOfAnotherNameIsMatchedByItsFields() throws Exception {
        var schema = telemetry(TIME, "\"double\"", enumeration());

        assertThat(decoded(row(schema, 30.0, NOON.toEpochMilli(), symbol(schema))))
                .isEqualTo(expected());
    }

    @Test
    void everyColumnMayBeNullable() throws Exception {
        var schema = new Schema.Parser()
                .parse(telemetry(
                                "io.confluent.ksql.avro_schemas.KsqlDataSourceSchema",
                                TIME,
                                "\"double\"",
                                "\"string\"",
                                ", {\"name\": \"model_year\", \"type\": \"int\"}")
                        .toString()
                        .replaceAll("\"type\":(\"(?!record|long)\\w+\"|\\{[^}]*\\})", "\"type\":[\"null\",$1]"));
        assertThat(schema.getFields()).allMatch(field -> field.schema().isNullable());

        var row = row(schema, 30.0, NOON.toEpochMilli(), "CAR");
        assertThat(decoded(row)).isEqualTo(expected());

        row.put("recorded_at", null);
        assertThat(fault(decoder, row, Fault.FIELD_MISSING))
                .isEqualTo("field recorded_at is null, but must have a value");
    }

    @Test
    void aWholeRowMayBeNullable() throws Exception {
        var schema = Schema.createUnion(Schema.create(Schema.Type.NULL), telemetry(TIME, "\"double\"", "\"string\""));
        registry.put(7, schema);
        var row = row(schema.getTypes().get(1), 30.0, NOON.toEpochMilli(), "CAR");

        assertThat(decoder.decode(framed(7, Registered.bytes(schema, row)))).isEqualTo(new Decoded.Value<>(expected()));
        assertThat(decoder.decode(framed(7, Registered.bytes(schema, null))))
                .isInstanceOfSatisfying(Undecodable.class, refused -> assertThat(refused.fault())
                        .isEqualTo(Fault.FIELD_MISSING));
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp-micros, 1780315200000000",
        "timestamp-nanos, 1780315200000000000",
        "local-timestamp-millis, 1780315200000",
        "local-timestamp-micros, 1780315200000999",
        "local-timestamp-nanos, 1780315200000000001",
    })
    void timesHaveTheUnitOfTheirSchema(String logicalType, long value) throws Exception {
        var schema = telemetry(
                "{\"type\": \"long\", \"logicalType\": \"%s\"}".formatted(logicalType), "\"double\"", "\"string\"");

        assertThat(decoded(row(schema, 30.0, value, "CAR"))).isEqualTo(expected());
    }

    /** They may have no logical type, but only a name for Kafka Connect. */
    @ParameterizedTest
    @CsvSource({
        "io.debezium.time.Timestamp, 1780315200000",
        "io.debezium.time.MicroTimestamp, 1780315200000000",
        "io.debezium.time.NanoTimestamp, 1780315200000000000",
        "my.own.Type, 1780315200000"
    })
    void soHaveDebeziums(String connectName, long value) throws Exception {
        var schema = telemetry(
                "[\"null\", {\"type\": \"long\", \"connect.name\": \"%s\"}]".formatted(connectName),
                "\"double\"",
                "\"string\"");

        assertThat(decoded(row(schema, 30.0, value, "CAR"))).isEqualTo(expected());
    }

    @Test
    void aPublishedSchemaWithMicrosecondsHasTheSameFingerprintButOtherTimes() throws Exception {
        var schema = new Schema.Parser()
                .parse(VehicleTelemetry.getClassSchema().toString().replace("timestamp-millis", "timestamp-micros"));
        var row = row(schema, 30.0, NOON.toEpochMilli() * 1_000, symbol(schema));

        assertThat(decoded(row)).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"long\"", "\"string\""})
    void aTimeIsEpochMillisecondsOrText(String type) throws Exception {
        var schema = telemetry(type, "\"double\"", "\"string\"");
        Object value = type.contains("long") ? (Object) NOON.toEpochMilli() : "2026-06-01T14:00:00+02:00";

        assertThat(decoded(row(schema, 30.0, value, "CAR"))).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"int\"", "\"long\"", "\"float\"", "[\"double\", \"string\"]"})
    void numbersOfOtherWidthsAreTaken(String type) throws Exception {
        var schema = telemetry(TIME, type, "\"string\"");
        Object value = type.contains("int")
                ? (Object) 30
                : type.contains("long") ? 30L : type.contains("float") ? (Object) 30f : 30.0;

        assertThat(decoded(row(schema, value, NOON.toEpochMilli(), "CAR"))).isEqualTo(expected());
    }

    @Test
    void aNumberOutsideTheRangeOfItsFieldIsInvalid() throws Exception {
        var schema =
                telemetry("r", TIME, "\"double\"", "\"string\"", ", {\"name\": \"model_year\", \"type\": \"long\"}");
        var row = row(schema, 30.0, NOON.toEpochMilli(), "CAR");
        row.put("model_year", 2019L);
        assertThat(decoded(row).getModelYear()).isEqualTo(2019);

        row.put("model_year", 1L << 32);

        assertThat(fault(decoder, row, Fault.FIELD_INVALID)).startsWith("field model_year is outside the range");
    }

    @Test
    void aBranchThatDoesNotFitIsRefusedWhenItComes() throws Exception {
        var schema = telemetry(TIME, "[\"double\", \"string\"]", "\"string\"");

        assertThat(fault(decoder, row(schema, "fast", NOON.toEpochMilli(), "CAR"), Fault.FIELD_INVALID))
                .isEqualTo("field speed_kmh must be a number (double), but is string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"string\" | speed_kmh: string cannot be read as double",
                "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 5} | speed_kmh: bytes (decimal)",
                "[\"null\", \"boolean\"] | speed_kmh: boolean",
            })
    void aColumnOfAnotherTypeIsIncompatible(String type, String why) throws Exception {
        registry.put(7, telemetry(TIME, type, "\"string\""));

        assertThat(fault(decoder.decode(framed(7, new byte[] {1})), Fault.INCOMPATIBLE_SCHEMA))
                .contains(why);
    }

    @Test
    void aTimeOfDayIsNoTime() throws Exception {
        registry.put(
                7, telemetry("{\"type\": \"long\", \"logicalType\": \"time-micros\"}", "\"double\"", "\"string\""));

        assertThat(fault(decoder.decode(framed(7, new byte[] {1})), Fault.INCOMPATIBLE_SCHEMA))
                .contains("recorded_at: long (time-micros) cannot be read as long (timestamp-millis)");
    }

    @Test
    void nestedRecordsAreMatchedByTheirFields() throws Exception {
        var detections = new EventDecoder<>(FrameDetections.class, registry);
        var schema = new Schema.Parser()
                .parse(FrameDetections.getClassSchema()
                        .toString()
                        .replace("io.carriageway.event", "a.tool")
                        .replace("\"name\":\"Detection\"", "\"name\":\"ConnectDefault2\"")
                        .replace("\"type\":\"float\"", "\"type\":[\"null\",\"double\"]"));
        var sample = Samples.detections();
        var frame = new GenericData.Record(schema);
        sample.getSchema()
                .getFields()
                .forEach(field -> frame.put(field.name(), raw(sample.get(field.pos()), field.schema())));
        var itemSchema = schema.getField("detections").schema().getElementType();
        var item = new GenericData.Record(itemSchema);
        var detection = sample.getDetections().get(0);
        detection
                .getSchema()
                .getFields()
                .forEach(field -> item.put(
                        field.name(),
                        detection.get(field.pos()) instanceof Float f ? f.doubleValue() : detection.get(field.pos())));
        frame.put("detections", java.util.List.of(item));
        assertThat(decoded(detections, frame)).isEqualTo(sample);

        item.put("y_min", null);

        assertThat(fault(detections, frame, Fault.FIELD_MISSING)).startsWith("field detections[0].y_min is null");
    }

    @Test
    void anotherRecordLacksFields() throws Exception {
        registry.put(7, CameraFrame.getClassSchema());

        assertThat(fault(decoder.decode(framed(7, new byte[] {1})), Fault.INCOMPATIBLE_SCHEMA))
                .contains("it lacks vehicle_id, recorded_at");
    }

    private static String enumeration() {
        return "{\"type\": \"enum\", \"name\": \"klass\", \"symbols\": [\"CAR\"]}";
    }

    private static GenericData.EnumSymbol symbol(Schema schema) {
        return new GenericData.EnumSymbol(schema.getField("vehicle_class").schema(), "CAR");
    }

    private static VehicleTelemetry expected() {
        return VehicleTelemetry.newBuilder()
                .setVehicleId("v1")
                .setRecordedAt(NOON)
                .setLatitude(50.0)
                .setLongitude(11.0)
                .setSpeedKmh(30.0)
                .setVehicleClass(io.carriageway.event.VehicleClass.CAR)
                .build();
    }

    private VehicleTelemetry decoded(GenericData.Record row) throws InterruptedException {
        return decoded(decoder, row);
    }

    private <T extends SpecificRecordBase> T decoded(EventDecoder<T> decoder, GenericData.Record row)
            throws InterruptedException {
        registry.put(7, row.getSchema());
        var decoded = decoder.decode(framed(7, row));
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        return ((Decoded.Value<T>) decoded).value();
    }

    private <T extends SpecificRecordBase> String fault(EventDecoder<T> decoder, GenericData.Record row, Fault fault)
            throws InterruptedException {
        registry.put(7, row.getSchema());
        return fault(decoder.decode(framed(7, row)), fault);
    }

    private static String fault(Decoded<?> decoded, Fault fault) {
        assertThat(decoded).isInstanceOf(Undecodable.class);
        var refused = (Undecodable<?>) decoded;
        assertThat(refused.fault()).isEqualTo(fault);
        return refused.detail();
    }
}
