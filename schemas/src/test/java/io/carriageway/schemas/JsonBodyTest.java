package io.carriageway.schemas;

import static io.carriageway.schemas.Registered.framed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JsonBodyTest {

    private static final String REPORT =
            "{\"vehicle_id\": \"v1\", \"recorded_at\": \"2026-06-01T12:00:00Z\", \"latitude\": 50.0, \"longitude\": 11,"
                    + " \"speed_kmh\": 30, \"vehicle_class\": \"CAR\"}";

    private final Registered registry = new Registered();
    private final EventDecoder<VehicleTelemetry> decoder = new EventDecoder<>(VehicleTelemetry.class, registry);

    static List<SpecificRecordBase> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRecordOfTheContractCanBeJson(SpecificRecordBase sample) throws Exception {
        assertThat(decoderOf(sample).decode(json(sample).toString().getBytes(UTF_8)))
                .isEqualTo(new Decoded.Value<>(sample));
    }

    @Test
    void behindARegisteredJsonSchemaItIsTheSame() throws Exception {
        registry.put(7, new RegisteredSchema.Json());

        assertThat(decoder.decode(framed(7, REPORT.getBytes(UTF_8)))).isEqualTo(decoder.decode(REPORT.getBytes(UTF_8)));
        assertThat(decoder.decode(framed(7, "\uFEFF".concat(REPORT).getBytes(UTF_8))))
                .isInstanceOf(Decoded.Value.class);
        assertThat(fault(framed(7, new byte[0]))).isEqualTo(Fault.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t", "\uFEFF", "\uFEFF\n"})
    void blanksAndAByteOrderMarkMayComeFirst(String before) throws Exception {
        assertThat(decoded(before + REPORT + " \n").getVehicleId()).isEqualTo("v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-06-01T12:00:00Z\"",
                "\"2026-06-01T14:00:00.000+02:00\"",
                "\"2026-06-01 12:00:00.000999Z\"",
                "\"2026-06-01t12:00:00z\"",
                "1780315200000"
            })
    void timesAreIsoOrEpochMilliseconds(String time) throws Exception {
        assertThat(decoded(with("recorded_at", time)).getRecordedAt()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
    }

    @Test
    void anEpochIsTakenHoweverFarAway() throws Exception {
        for (long millis : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE}) {
            assertThat(decoded(with("recorded_at", Long.toString(millis))).getRecordedAt())
                    .isEqualTo(Instant.ofEpochMilli(millis));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-06-01T12:00:00\"",
                "\"1780315200000\"",
                "\"yesterday\"",
                "\"\"",
                "1780315200000.5",
                "true",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"2026-02-30T00:00:00Z\"",
                "9223372036854775808",
                "[]",
                "{}"
            })
    void otherTimesAreInvalid(String time) throws Exception {
        assertInvalid("recorded_at", time);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vehicle_id | 17",
                "vehicle_id | [\"v1\"]",
                "vehicle_id | \"half \\ud83d\"",
                "latitude | \"50.0\"",
                "latitude | true",
                "latitude | {\"double\": 50.0}",
                "speed_kmh | 1e999999999",
                "speed_kmh | -1e400",
                "model_year | 2019.5",
                "model_year | 2.019e3",
                "model_year | 2147483648",
                "model_year | 99999999999999999999999",
                "model_year | \"2019\"",
                "vehicle_class | 3",
                "heading_deg | [null]",
            })
    void aValueOfAnotherTypeIsInvalidInItsField(String field, String value) throws Exception {
        assertInvalid(field, value);
    }

    @Test
    void numbersWithMoreDigitsThanAnyFieldHasAreInvalid() throws Exception {
        assertInvalid("model_year", "1" + "0".repeat(900));
        for (var number : List.of("1" + "0".repeat(1_000_000), "0." + "1".repeat(1_000_000))) {
            var refused = refused(with("speed_kmh", number).getBytes(UTF_8));
            assertThat(refused.fault()).isEqualTo(Fault.CORRUPT);
            assertThat(refused.detail()).startsWith("field speed_kmh exceeds a limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", ".5", "'50'", "None"})
    void whatIsNoJsonIsCorruptInItsField(String number) throws Exception {
        var refused = refused(with("speed_kmh", number).getBytes(UTF_8));

        assertThat(refused.fault()).isEqualTo(Fault.CORRUPT);
        assertThat(refused.detail()).startsWith("field speed_kmh is no JSON at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicle_id", "recorded_at", "latitude", "longitude", "vehicle_class"})
    void aRequiredFieldThatIsNullOrNotThereIsMissing(String field) throws Exception {
        var isNull = refused(with(field, "null").getBytes(UTF_8));
        assertThat(isNull.fault()).isEqualTo(Fault.FIELD_MISSING);
        assertThat(isNull.detail()).isEqualTo("field %s is null, but must have a value", field);

        var notThere = refused(REPORT.replace(field, "x_" + field).getBytes(UTF_8));
        assertThat(notThere.fault()).isEqualTo(Fault.FIELD_MISSING);
        assertThat(notThere.detail()).isEqualTo("field %s is missing", field);
    }

    @Test
    void aNullableFieldMayBeNullOrNotThere() throws Exception {
        assertThat(decoded(REPORT).getMake()).isNull();
        assertThat(decoded(with("make", "null")).getMake()).isNull();
        assertThat(decoded(with("make", "\"M\"")).getMake()).isEqualTo("M");
    }

    @Test
    void aWordThatIsNoSymbolTakesTheDefault() throws Exception {
        assertThat(decoded(with("vehicle_class", "\"RICKSHAW\"")).getVehicleClass())
                .hasToString("OTHER");
    }

    @Test
    void aWordThatIsNoSymbolIsInvalidWhereThereIsNoDefault() throws Exception {
        var report = json(Samples.accident()).put("status", "CLOSED").toString();

        assertThat(decoderOf(Samples.accident()).decode(report.getBytes(UTF_8)))
                .isEqualTo(new Undecodable<>(Fault.FIELD_INVALID, "field status must be one of [ACTIVE, RESOLVED]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "\"x\"", "{\"a\": [1, {\"b\": null}]}", "[[[]]]", "{\"vehicle_id\": 1}"})
    void unknownFieldsAreIgnored(String value) throws Exception {
        assertThat(decoded(with("unknown", value))).isEqualTo(decoded(REPORT));
    }

    @Test
    void aFieldThatComesTwiceIsInvalid() throws Exception {
        assertThat(refused(REPORT.replace("{", "{\"vehicle_id\": \"v2\", ").getBytes(UTF_8))
                        .detail())
                .isEqualTo("field vehicle_id is given twice");
    }

    @Test
    void nestingIsBounded() throws Exception {
        assertThat(decoded(with("unknown", "[".repeat(31) + "]".repeat(31))).getVehicleId())
                .isEqualTo("v1");
        assertThat(fault(with("unknown", "[".repeat(32) + "]".repeat(32)).getBytes(UTF_8)))
                .isEqualTo(Fault.CORRUPT);
        assertThat(fault(with("unknown", "{\"a\":".repeat(300_000)).getBytes(UTF_8)))
                .isEqualTo(Fault.CORRUPT);
        assertThat(fault("{".repeat(300_000).getBytes(UTF_8))).isEqualTo(Fault.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "}", ",", "{}", "x", "\u0000"})
    void whatFollowsTheObjectIsCorrupt(String rest) throws Exception {
        if (!rest.isEmpty()) {
            assertThat(fault((REPORT + rest).getBytes(UTF_8))).isEqualTo(Fault.CORRUPT);
        }
        for (int length = 1; length < REPORT.length(); length++) {
            assertThat(fault(REPORT.substring(0, length).getBytes(UTF_8))).isEqualTo(Fault.CORRUPT);
        }
    }

    @Test
    void whatIsNoUtf8IsCorrupt() throws Exception {
        var bytes = with("make", "\"?\"").getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                bytes[i] = (byte) 0xFF;
            }
        }
        assertThat(refused(bytes).detail()).contains("UTF-8");
        assertThat(fault(REPORT.getBytes(Charset.forName("UTF-16LE")))).isEqualTo(Fault.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"{\"", "null", "17", "", "\uFEFF", "  ", "PK"})
    void anythingButAnObjectHasTheWrongMagic(String value) throws Exception {
        assertThat(fault(value.getBytes(UTF_8))).isEqualTo(value.isEmpty() ? Fault.EMPTY : Fault.WRONG_MAGIC);
    }

    @Test
    void picturesAreBase64() throws Exception {
        var frames = new EventDecoder<>(CameraFrame.class, registry);
        var picture = new byte[300_001];
        new Random(1).nextBytes(picture);
        var frame = json(Samples.frame());
        for (var encoder : List.of(Base64.getEncoder(), Base64.getEncoder().withoutPadding())) {
            frame.put("image", encoder.encodeToString(picture));
            var decoded = frames.decode(frame.toString().getBytes(UTF_8));
            assertThat(((Decoded.Value<CameraFrame>) decoded).value().getImage())
                    .isEqualTo(ByteBuffer.wrap(picture));
        }
        for (var wrong : List.of("data:image/jpeg;base64,AAAA", "_-8=", "AAA=A", "A", "\u00e4\u00e4\u00e4\u00e4")) {
            frame.put("image", wrong);
            assertThat(frames.decode(frame.toString().getBytes(UTF_8)))
                    .as(wrong)
                    .isEqualTo(
                            new Undecodable<>(Fault.FIELD_INVALID, "field image is no base64 (RFC 4648, section 4)"));
        }
    }

    @Test
    void aNestedFieldIsNamedWithItsPlace() throws Exception {
        var frame = json(Samples.detections());
        ((ObjectNode) frame.get("detections").get(0)).put("y_min", 1e39);

        assertThat(decoderOf(Samples.detections()).decode(frame.toString().getBytes(UTF_8)))
                .isEqualTo(new Undecodable<>(
                        Fault.FIELD_INVALID, "field detections[0].y_min is outside the range of a number (float)"));
        frame.putArray("detections").add(17);
        assertThat(((Undecodable<?>) new EventDecoder<>(FrameDetections.class, null)
                                .decode(frame.toString().getBytes(UTF_8)))
                        .detail())
                .startsWith("field detections[0] must be an object");
    }

    @Test
    void noDetailHoldsTheValue() throws Exception {
        for (var secret : List.of("s3cret", "\"s3cret\"", "{\"s3cret\": }", "[s3cret]")) {
            for (var field : List.of("recorded_at", "speed_kmh", "model_year", "unknown", "s3cret")) {
                decoder.decode(with(field, secret).getBytes(UTF_8));
                assertThat(decoder.decode(with(field, secret).getBytes(UTF_8)).toString())
                        .satisfiesAnyOf(text -> assertThat(text).contains("Value["), text -> assertThat(text)
                                .doesNotContain("s3cret"));
            }
        }
    }

    private void assertInvalid(String field, String value) throws InterruptedException {
        var refused = refused(with(field, value).getBytes(UTF_8));
        assertThat(refused.fault()).isEqualTo(Fault.FIELD_INVALID);
        assertThat(refused.detail()).startsWith("field " + field + " ").hasSizeLessThan(200);
    }

    /** The report with another value of that field, or with a further one. */
    private static String with(String field, String value) {
        var other = REPORT.replaceFirst("\"%s\": [^,}]+".formatted(field), "");
        return "{\"%s\": %s, %s"
                .formatted(field, value, other.replaceFirst("\\{(, )?", "").replace(", ,", ","))
                .replaceFirst(", }$", "}");
    }

    private VehicleTelemetry decoded(String json) throws InterruptedException {
        var decoded = decoder.decode(json.getBytes(UTF_8));
        assertThat(decoded).isInstanceOf(Decoded.Value.class);
        return ((Decoded.Value<VehicleTelemetry>) decoded).value();
    }

    private Fault fault(byte[] value) throws InterruptedException {
        return refused(value).fault();
    }

    private Undecodable<VehicleTelemetry> refused(byte[] value) throws InterruptedException {
        var decoded = decoder.decode(value);
        assertThat(decoded).isInstanceOf(Undecodable.class);
        return (Undecodable<VehicleTelemetry>) decoded;
    }

    @SuppressWarnings("unchecked") // the class is the sample's own
    private EventDecoder<SpecificRecordBase> decoderOf(SpecificRecordBase sample) {
        return new EventDecoder<>((Class<SpecificRecordBase>) sample.getClass(), registry);
    }

    private static ObjectNode json(IndexedRecord record) {
        var json = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            var value = record.get(field.pos());
            if (value instanceof ByteBuffer bytes) {
                json.put(field.name(), bytes.array());
            } else if (value instanceof List<?> items) {
                var array = json.putArray(field.name());
                items.forEach(item -> array.add(json((IndexedRecord) item)));
            } else if (value instanceof Instant || value instanceof Enum || value instanceof String) {
                json.put(field.name(), value.toString());
            } else {
                json.putPOJO(field.name(), value);
            }
        }
        return json;
    }
}
