package io.carriageway.schemas;

import static io.carriageway.schemas.Registered.framed;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class EventDecoderTest {

    private final Registered registry = new Registered();
    private final EventDecoder<VehicleTelemetry> decoder = new EventDecoder<>(VehicleTelemetry.class, registry);

    @Test
    void bothFormatsGiveTheSameEvent() throws Exception {
        registry.put(17, VehicleTelemetry.getClassSchema());
        byte[] singleObject = new SingleObjectCodec<>(VehicleTelemetry.class).encode(Samples.telemetry());
        byte[] body = Arrays.copyOfRange(singleObject, 10, singleObject.length);

        assertThat(decoder.decode(singleObject)).isEqualTo(new Decoded.Value<>(Samples.telemetry()));
        assertThat(decoder.decode(framed(17, body))).isEqualTo(new Decoded.Value<>(Samples.telemetry()));
    }

    @Test
    void anotherVersionOfTheSchemaIsReadAsTheCurrentOne() throws Exception {
        var older = SchemaBuilder.record("VehicleTelemetry")
                .namespace("io.carriageway.event")
                .fields()
                .requiredString("vehicle_id")
                .requiredLong("recorded_at")
                .requiredInt("speed_kmh")
                .requiredDouble("latitude")
                .requiredDouble("longitude")
                .requiredString("a_field_that_is_gone")
                .name("vehicle_class")
                .type()
                .enumeration("VehicleClass")
                .symbols("CAR", "RICKSHAW")
                .noDefault()
                .endRecord();
        registry.put(3, older);
        var event = new GenericRecordBuilder(older)
                .set("vehicle_id", "v-9")
                .set("recorded_at", 1_000L)
                .set("speed_kmh", 30)
                .set("latitude", 1.5)
                .set("longitude", 2.5)
                .set("a_field_that_is_gone", "x")
                .set(
                        "vehicle_class",
                        new GenericData.EnumSymbol(
                                older.getField("vehicle_class").schema(), "RICKSHAW"))
                .build();

        var decoded = decoder.decode(framed(3, event));

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Value.class, value -> {
            var telemetry = (VehicleTelemetry) value.value();
            assertThat(telemetry.getRecordedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
            assertThat(telemetry.getSpeedKmh()).isEqualTo(30.0);
            assertThat(telemetry.getVehicleClass()).hasToString("OTHER");
            assertThat(telemetry.getHeadingDeg()).isNull();
        });
    }

    @Test
    void aNumberThatTheRegistryDoesNotKnowIsAnUnknownSchema() throws Exception {
        assertThat(faultOf(framed(404, new byte[] {1}))).isEqualTo(Fault.UNKNOWN_SCHEMA);
    }

    @Test
    void aSchemaOfAnotherRecordIsIncompatible() throws Exception {
        registry.put(5, CameraFrame.getClassSchema());

        var decoded = decoder.decode(framed(5, new byte[] {1}));

        assertThat(decoded).isInstanceOfSatisfying(Undecodable.class, undecodable -> {
            assertThat(undecodable.fault()).isEqualTo(Fault.INCOMPATIBLE_SCHEMA);
            assertThat(undecodable.detail()).contains("schema 5", "CameraFrame", "VehicleTelemetry");
        });
    }

    /** A writer names its record and its columns as it likes. */
    @Test
    void theDetailOfASchemaIsShortAndMadeOnce() throws Exception {
        var name = "n".repeat(1_000_000);
        registry.put(5, SchemaBuilder.record(name).fields().requiredInt(name).endRecord());
        registry.put(6, new RegisteredSchema.Unusable("\ud83d\ude97".repeat(1_000_000)));

        for (int id = 5; id <= 6; id++) {
            var decoded = (Undecodable<VehicleTelemetry>) decoder.decode(framed(id, new byte[] {1}));
            assertThat(decoded.detail())
                    .startsWith("schema " + id + " ")
                    .hasSizeBetween(290, 300)
                    .endsWith("...");
            assertThat(decoder.decode(framed(id, new byte[] {1}))).isSameAs(decoded);
        }
    }

    @Test
    void aKnownSchemaIsAskedForOnceAndAnUnknownOneEachTime() throws Exception {
        registry.put(5, CameraFrame.getClassSchema());
        faultOf(framed(5, new byte[] {1}));
        faultOf(framed(5, new byte[] {1}));
        assertThat(registry.questions()).isEqualTo(1);

        faultOf(framed(6, new byte[] {1}));
        faultOf(framed(6, new byte[] {1}));
        assertThat(registry.questions()).isEqualTo(3);
    }

    @Test
    void aFrameThatIsCutOrGoesOnIsCorrupt() throws Exception {
        registry.put(17, VehicleTelemetry.getClassSchema());
        assertThat(faultOf(new byte[] {0, 0, 0, 0})).isEqualTo(Fault.CORRUPT);
        assertThat(faultOf(framed(17, new byte[] {2, 'v'}))).isEqualTo(Fault.CORRUPT);
        byte[] singleObject = new SingleObjectCodec<>(VehicleTelemetry.class).encode(Samples.telemetry());
        assertThat(faultOf(framed(17, Arrays.copyOfRange(singleObject, 10, singleObject.length + 1))))
                .isEqualTo(Fault.CORRUPT);
    }

    @Test
    void withoutARegistryAFrameIsRefusedWithTheOptionThatIsMissing() throws Exception {
        var decoded = new EventDecoder<>(VehicleTelemetry.class, null).decode(framed(17, new byte[] {1}));

        assertThat(decoded).isInstanceOfSatisfying(Undecodable.class, undecodable -> {
            assertThat(undecodable.fault()).isEqualTo(Fault.WRONG_MAGIC);
            assertThat(undecodable.detail()).contains("schema.registry.url");
        });
    }

    @Test
    void aMissingValueIsEmpty() throws Exception {
        assertThat(faultOf(null)).isEqualTo(Fault.EMPTY);
        assertThat(faultOf(new byte[0])).isEqualTo(Fault.EMPTY);
    }

    private Fault faultOf(byte[] bytes) throws InterruptedException {
        return ((Undecodable<VehicleTelemetry>) decoder.decode(bytes)).fault();
    }
}
