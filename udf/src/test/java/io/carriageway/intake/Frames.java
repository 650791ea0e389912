package io.carriageway.intake;

import io.carriageway.event.CameraFrame;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Camera frames as Kafka would deliver them, for tests; the picture is not a real one. */
public final class Frames {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final LatenessConfig LIMITS = new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1));

    private Frames() {}

    public static CameraFrame frame(String camera, String id, Instant capturedAt) {
        return new CameraFrame(id, camera, capturedAt, 52.5, 13.4, ByteBuffer.wrap(new byte[] {1}), null);
    }

    public static RawRecord record(CameraFrame frame, int partition, long offset, Instant arrival) {
        return new RawRecord(
                new RecordOrigin("camera", partition, offset, arrival.toEpochMilli()),
                frame.getCameraId().getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(CameraFrame.class).encode(frame));
    }
}
