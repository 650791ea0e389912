package io.carriageway.schemas;

import static io.carriageway.schemas.Registered.framed;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies whose shape costs a stack, a heap or for ever; each comes in well under the size of a picture. */
@Timeout(60)
class HostileBodyTest {

    private interface Tail {
        void write(BinaryEncoder encoder) throws IOException;
    }

    private final Registered registry = new Registered();
    private final EventDecoder<VehicleTelemetry> decoder = new EventDecoder<>(VehicleTelemetry.class, registry);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"null\", \"Foreign\"]",
                "{\"type\": \"array\", \"items\": \"Foreign\"}",
                "{\"type\": \"map\", \"values\": \"Foreign\"}"
            })
    void aRecursiveFieldDoesNotOverflowTheStack(String next) throws Exception {
        byte[] value = framed(7, body(encoder -> {}));
        registry.put(
                7,
                foreign(
                        "{\"type\": \"record\", \"name\": \"Foreign\", \"fields\": [{\"name\": \"next\", \"type\": %s}]}"
                                .formatted(next)));
        // each 1 (varint 02) is the branch of a further record, or one further item; a map's item has a key of 0 bytes
        byte[] deep = Arrays.copyOf(value, 300_000);
        Arrays.fill(deep, value.length, deep.length, (byte) 2);
        if (next.contains("map")) {
            for (int i = value.length + 1; i < deep.length; i += 2) {
                deep[i] = 0;
            }
        }

        assertThat(detail(deep)).contains("nested more than 32 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"null\"",
                "{\"type\": \"record\", \"name\": \"Empty\", \"fields\": []}",
                "{\"type\": \"fixed\", \"name\": \"Nothing\", \"size\": 0}"
            })
    void itemsOfNoBytesAreBounded(String items) throws Exception {
        registry.put(7, foreign("{\"type\": \"array\", \"items\": %s}".formatted(items)));

        assertThat(detail(framed(7, body(encoder -> {
                    encoder.writeLong(Long.MAX_VALUE);
                    encoder.writeLong(0);
                }))))
                .contains("more values");
        assertThat(decoder.decode(framed(7, body(encoder -> {
                    encoder.writeLong(1_000);
                    encoder.writeLong(0);
                }))))
                .isInstanceOf(Decoded.Value.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"int\"",
                "[\"int\", \"null\"]",
                "{\"type\": \"record\", \"name\": \"Item\", \"fields\": [{\"name\": \"i\", \"type\": \"int\"}]}",
                "{\"type\": \"record\", \"name\": \"Item\", \"fields\": [{\"name\": \"i\", \"type\": [\"null\", \"int\"]}]}"
            })
    void itemsThatTheBytesHoldAreRead(String items) throws Exception {
        registry.put(7, foreign("{\"type\": \"array\", \"items\": %s}".formatted(items)));

        assertThat(decoder.decode(framed(7, body(encoder -> manyZeros(encoder, items.startsWith("[") ? 2 : 1)))))
                .isInstanceOf(Decoded.Value.class);
    }

    @Test
    void entriesThatTheBytesHoldAreRead() throws Exception {
        registry.put(7, foreign("{\"type\": \"map\", \"values\": \"boolean\"}"));

        assertThat(decoder.decode(framed(7, body(encoder -> manyZeros(encoder, 2)))))
                .isInstanceOf(Decoded.Value.class);
    }

    /** 200,000 items of so many bytes, all 0: also the length of a key, or the branch of a union. */
    private static void manyZeros(BinaryEncoder encoder, int bytes) throws IOException {
        encoder.writeLong(200_000);
        encoder.writeFixed(new byte[200_000 * bytes]);
        encoder.writeLong(0);
    }

    /** 2^28 empty records in 5 bytes: each of 28 records has two of the next. */
    @Test
    void recordsThatDoubleAreBounded() throws Exception {
        var type = "{\"type\": \"record\", \"name\": \"R28\", \"fields\": []}";
        for (int i = 27; i >= 0; i--) {
            type =
                    "{\"type\": \"record\", \"name\": \"R%d\", \"fields\": [{\"name\": \"a\", \"type\": %s}, {\"name\": \"b\", \"type\": \"R%d\"}]}"
                            .formatted(i, type, i + 1);
        }
        registry.put(7, foreign(type));

        assertThat(detail(framed(7, body(encoder -> {})))).contains("more values");
    }

    /** Avro's own decoder goes back by a negative size, and reads the block again for ever. */
    @ParameterizedTest
    @ValueSource(longs = {-1, -10, Long.MIN_VALUE, 0, 1_000_000})
    void aBlocksSizeMustBeTrue(long size) throws Exception {
        registry.put(7, foreign("{\"type\": \"array\", \"items\": \"int\"}"));

        assertThat(detail(framed(7, body(encoder -> {
                    encoder.writeLong(-1);
                    encoder.writeLong(size);
                    encoder.writeInt(5);
                    encoder.writeLong(0);
                }))))
                .contains("block of another size");
    }

    @Test
    void theSameInARecordOfTheContract() {
        var detections = new SingleObjectCodec<>(FrameDetections.class);
        var none = Samples.detections();
        none.setDetections(java.util.List.of());
        byte[] whole = detections.encode(none);
        // the last byte is the count 0 of detections: one of -1 (01) and a size of -13 (19)
        byte[] hostile = Arrays.copyOf(whole, whole.length + 2);
        hostile[whole.length - 1] = 1;
        hostile[whole.length] = 25;

        assertThat(detections.decode(hostile))
                .isInstanceOfSatisfying(Undecodable.class, refused -> assertThat(refused.fault())
                        .isEqualTo(Fault.CORRUPT));
    }

    @Test
    void blocksWithTheirTrueSizeAreRead() throws Exception {
        registry.put(7, foreign("{\"type\": \"array\", \"items\": \"int\"}"));

        assertThat(decoder.decode(framed(7, body(encoder -> {
                    encoder.writeLong(-2);
                    encoder.writeLong(2);
                    encoder.writeInt(5);
                    encoder.writeInt(6);
                    encoder.writeLong(0);
                }))))
                .isInstanceOf(Decoded.Value.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Integer.MAX_VALUE, Long.MAX_VALUE})
    void lengthsAreInsideTheBytes(long length) throws Exception {
        registry.put(7, foreign("\"bytes\""));

        assertThat(detail(framed(7, body(encoder -> encoder.writeLong(length)))))
                .contains("ends early");
    }

    @Test
    void aCountWithoutAnAbsoluteValueIsCorrupt() throws Exception {
        registry.put(7, foreign("{\"type\": \"array\", \"items\": \"null\"}"));

        assertThat(detail(framed(7, body(encoder -> {
                    encoder.writeLong(Long.MIN_VALUE);
                    encoder.writeLong(0);
                    encoder.writeLong(0);
                }))))
                .contains("more values");
    }

    @Test
    void aBranchOutsideItsUnionIsCorrupt() throws Exception {
        registry.put(7, foreign("[\"null\", \"int\"]"));

        assertThat(detail(framed(7, body(encoder -> encoder.writeLong(-1))))).contains("branch");
        assertThat(detail(framed(7, body(encoder -> encoder.writeLong(2))))).contains("branch");
    }

    private String detail(byte[] value) throws InterruptedException {
        var decoded = decoder.decode(value);
        assertThat(decoded).isInstanceOf(Undecodable.class);
        var refused = (Undecodable<VehicleTelemetry>) decoded;
        assertThat(refused.fault()).isEqualTo(Fault.CORRUPT);
        return refused.detail();
    }

    /** Telemetry with a last field that the contract does not have. */
    private static Schema foreign(String extra) {
        return new Schema.Parser()
                .parse(
                        """
                        {"type": "record", "name": "T", "fields": [
                          {"name": "vehicle_id", "type": "string"},
                          {"name": "recorded_at", "type": "long"},
                          {"name": "latitude", "type": "double"},
                          {"name": "longitude", "type": "double"},
                          {"name": "speed_kmh", "type": "double"},
                          {"name": "vehicle_class", "type": "string"},
                          {"name": "extra", "type": %s}]}
                        """
                                .formatted(extra));
    }

    private static byte[] body(Tail extra) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        encoder.writeString("v1");
        encoder.writeLong(0);
        encoder.writeDouble(50);
        encoder.writeDouble(11);
        encoder.writeDouble(30);
        encoder.writeString("CAR");
        extra.write(encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
