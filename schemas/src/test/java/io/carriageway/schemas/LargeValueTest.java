package io.carriageway.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are large when they are decoded, though a compressed batch of them is small. */
class LargeValueTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 64 << 20;

    private final EventDecoder<VehicleTelemetry> telemetry = new EventDecoder<>(VehicleTelemetry.class, null);
    private final EventDecoder<CameraFrame> frames = new EventDecoder<>(CameraFrame.class, null);

    @ParameterizedTest
    @ValueSource(strings = {"{", "\u0000", "\u0001"})
    void aValueBeyondTheLimitIsRefusedUnread(String begin) throws Exception {
        assertTooLarge(telemetry, begin, 8_388_608);
        assertTooLarge(frames, begin, 23_068_672);
    }

    /** As many characters as fit, in fields that are kept, read as a time, looked up, or left out. */
    @ParameterizedTest
    @ValueSource(strings = {"vehicle_id", "make", "recorded_at", "vehicle_class", "latitude", "unknown"})
    void textUpToTheLimitTakesNoMoreThanARecordMay(String field) throws Exception {
        var begin = "{\"%s\":\"".formatted(field);
        var value = begin + "a".repeat(EventDecoder.MAX_BYTES - begin.length() - 2) + "\"}";
        byte[] bytes = value.getBytes(UTF_8);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        assertThat(fault(telemetry, bytes)).isIn(Fault.FIELD_MISSING, Fault.FIELD_INVALID);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    @Test
    void theLargestPictureByDefaultFitsIntoJson() throws Exception {
        var picture = Base64.getEncoder().encodeToString(new byte[16 << 20]);
        var frame =
                "{\"frame_id\": \"f\", \"camera_id\": \"c\", \"captured_at\": 0, \"latitude\": 1.5, \"longitude\": 2.5,"
                        + " \"image\": \"" + picture + "\"}";

        assertThat(frames.decode(frame.getBytes(UTF_8))).isInstanceOf(Decoded.Value.class);
    }

    private static void assertTooLarge(EventDecoder<?> decoder, String begin, int limit) throws Exception {
        byte[] value = Arrays.copyOf(begin.getBytes(UTF_8), limit + 1);
        assertThat(decoder.decode(value))
                .isEqualTo(new Undecodable<>(
                        Fault.RECORD_TOO_LARGE,
                        "the value has %d bytes, at most %d are allowed".formatted(limit + 1, limit)));
        assertThat(fault(decoder, Arrays.copyOf(value, limit))).isNotEqualTo(Fault.RECORD_TOO_LARGE);
    }

    private static <T extends SpecificRecordBase> Fault fault(EventDecoder<T> decoder, byte[] value) throws Exception {
        return ((Undecodable<T>) decoder.decode(value)).fault();
    }
}
