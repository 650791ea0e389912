package io.carriageway.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.schemas.Decoded.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SingleObjectCodecTest {

    private final SingleObjectCodec<CameraFrame> frames = new SingleObjectCodec<>(CameraFrame.class);

    static List<SpecificRecordBase> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theBytesOfEveryRecordAreTheCommittedOnes(SpecificRecordBase sample) throws IOException {
        var codec = codecOf(sample);
        var record = sample.getClass().getSimpleName();
        byte[] golden = golden(record, SchemaHistory.of(record).size());

        assertThat(HexFormat.of().formatHex(codec.encode(sample)))
                .isEqualTo(HexFormat.of().formatHex(golden));
        assertThat(codec.decode(golden)).isEqualTo(new Decoded.Value<>(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theBytesOfEveryOlderVersionAreReadAsTheSameRecord(SpecificRecordBase sample) throws IOException {
        var codec = codecOf(sample);
        var record = sample.getClass().getSimpleName();
        for (int version = 1; version < SchemaHistory.of(record).size(); version++) {
            assertThat(codec.decode(golden(record, version)))
                    .as("version %d", version)
                    .isEqualTo(new Decoded.Value<>(sample));
        }
    }

    @Test
    void aMissingValueIsEmpty() {
        assertThat(faultOf(null)).isEqualTo(Fault.EMPTY);
        assertThat(faultOf(new byte[0])).isEqualTo(Fault.EMPTY);
    }

    @Test
    void otherFormatsHaveTheWrongMagic() {
        assertThat(faultOf("{\"frame_id\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Fault.WRONG_MAGIC);
        assertThat(faultOf(new byte[] {(byte) 0xC3, 0x02, 0, 0})).isEqualTo(Fault.WRONG_MAGIC);
    }

    @Test
    void aRecordOfAnotherTypeIsAnUnknownSchema() {
        byte[] other = new SingleObjectCodec<>(FrameDetections.class).encode(Samples.detections());
        assertThat(faultOf(other)).isEqualTo(Fault.UNKNOWN_SCHEMA);
    }

    static Stream<Integer> lengths() {
        int whole = new SingleObjectCodec<>(CameraFrame.class).encode(Samples.frame()).length;
        return Stream.iterate(1, length -> length + 1).limit(whole - 1L);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aRecordCutAnywhereIsCorrupt(int length) {
        byte[] cut = Arrays.copyOf(frames.encode(Samples.frame()), length);
        assertThat(faultOf(cut)).isEqualTo(Fault.CORRUPT);
    }

    @Test
    void bytesAfterTheRecordAreCorrupt() {
        byte[] whole = frames.encode(Samples.frame());
        assertThat(faultOf(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Fault.CORRUPT);
    }

    @Test
    void aLengthOfTwoGigabytesIsCorruptAndAllocatesNothing() {
        byte[] bomb = frames.encode(Samples.frame());
        // frame_id's length becomes the varint of 2^31 - 16, right after the header.
        byte[] length = HexFormat.of().parseHex("e0ffffff0f");
        System.arraycopy(length, 0, bomb, 10, length.length);
        assertThat(faultOf(bomb)).isEqualTo(Fault.CORRUPT);
    }

    private Fault faultOf(byte[] bytes) {
        assertThat(frames.decode(bytes)).isInstanceOf(Decoded.Undecodable.class);
        return ((Decoded.Undecodable<CameraFrame>) frames.decode(bytes)).fault();
    }

    @SuppressWarnings("unchecked") // the class is the sample's own
    private static SingleObjectCodec<SpecificRecordBase> codecOf(SpecificRecordBase sample) {
        return new SingleObjectCodec<>((Class<SpecificRecordBase>) sample.getClass());
    }

    private static byte[] golden(String record, int version) throws IOException {
        var resource = "/golden/%s.v%d.hex".formatted(record, version);
        try (InputStream in = SingleObjectCodecTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return HexFormat.of().parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }
}
