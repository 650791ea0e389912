package io.carriageway.camera;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.detect.DetectVehicles;
import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.camera.detect.InspectedFrame;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;

class WrongModelHarnessTest {

    private static final int FRAMES = 50;

    @Test
    void aModelWhoseFirstFiftyAnswersAreNoneEndsTheJobForGood() throws Exception {
        var environment = new MockEnvironmentBuilder().build();
        environment.setExpectedExternalFailureCause(Throwable.class);
        try (var detect = open(environment)) {
            for (int i = 0; i < FRAMES; i++) {
                var origin = new RecordOrigin("camera", 0, i, NOON.toEpochMilli());
                var frame = frame("cam-1", "f-" + i, NOON);
                frame.setImage(ByteBuffer.wrap(new byte[] {(byte) i}));
                detect.processElement(new StreamRecord<>(new ReceivedEvent<>(origin, frame, new byte[0])));
            }
            detect.endInput();
            assertThat(detect.extractOutputValues())
                    .hasSize(FRAMES - 1)
                    .allMatch(seen -> seen.rejected().rejection().reason().equals("model-answer-invalid"));
            var end = ExceptionUtils.findThrowable(
                    environment.getActualExternalFailureCause().orElseThrow(), SuppressRestartsException.class);
            assertThat(end).hasValueSatisfying(cause -> assertThat(cause)
                    .rootCause()
                    .hasMessageContaining("the model is wrong and not the frames"));
        }
    }

    private static OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, InspectedFrame> open(
            MockEnvironment environment) throws Exception {
        ModelSchedule<DetectorFactory> none = ModelSchedule.always(new BlindDetectors("none@1", "none"));
        var config = new DetectionConfig(none, 1, Duration.ofMinutes(1), 1);
        var detect = new DetectVehicles(
                config,
                FramePictures.from(flink -> (uri, maxBytes) -> new PictureAnswer.NotFound()),
                Duration.ofHours(1));
        var serializers = new SerializerConfigImpl();
        var harness = new OneInputStreamOperatorTestHarness<ReceivedEvent<CameraFrame>, InspectedFrame>(
                new AsyncWaitOperatorFactory<>(detect, 0, config.capacity(), OutputMode.UNORDERED),
                TypeInformation.of(new TypeHint<ReceivedEvent<CameraFrame>>() {})
                        .createSerializer(serializers),
                environment);
        harness.setup(TypeInformation.of(InspectedFrame.class).createSerializer(serializers));
        harness.open();
        return harness;
    }
}
