package io.carriageway.camera.detect;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.BlindDetectors;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FrameInspectionTest {

    private static final byte[] PICTURE = {7};
    private static final byte[] RECORD = {1, 2};
    private static final Rejection WHY = new Rejection("model-answer-invalid", "a score of NaN");

    private final Map<String, byte[]> archive = new ConcurrentHashMap<>();

    @Test
    void aFrameThatWasLookedAtHasARowThatSaysWhereItsPictureIsKept() throws Exception {
        var inspected = inspect("a");
        assertThat(inspected.rejected()).isNull();
        assertThat(inspected.detections().getModelId()).isEqualTo("a@1");
        assertThat(archive).containsOnly(Map.entry(inspected.row().getKeptUri(), PICTURE));
    }

    @Test
    void theFrameOfARefusedPictureIsRejectedWithItsRecordAndThePictureIsNotKept() throws Exception {
        var inspected = inspect("none");
        assertThat(inspected.row()).isNull();
        assertThat(inspected.rejected()).isEqualTo(new Rejected(received().origin(), WHY, RECORD));
        assertThat(archive).isEmpty();
    }

    private InspectedFrame inspect(String model) throws Exception {
        var detectors = new BlindDetectors(model + "@1", model);
        var pictures = new FramePictures(null, new FrameKeeping("s3://kept/frames", 1), archive::put);
        try (var inspection =
                FrameInspection.open(new DetectionConfig(detectors, 1, Duration.ofMinutes(1), 1), pictures)) {
            return inspection.inspect(received(), detectors.modelId()).get();
        }
    }

    private static ReceivedEvent<CameraFrame> received() {
        var event = frame("cam-1", "f-1", NOON);
        event.setImage(ByteBuffer.wrap(PICTURE));
        return new ReceivedEvent<>(new RecordOrigin("camera", 0, 1, NOON.toEpochMilli()), event, RECORD);
    }
}
