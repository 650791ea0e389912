package io.carriageway.camera.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.BlindDetectors;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.inference.ModelScheduleText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectionConfigTest {

    private static final Map<String, DetectorFactory> MODELS = Map.of(
            "a.onnx", new BlindDetectors("a@1", "a.onnx"),
            "b.onnx", new BlindDetectors("b@2", "b.onnx"),
            "copy-of-a.onnx", new BlindDetectors("a@1", "copy-of-a.onnx"));

    @Test
    void aModelMayComeBack() {
        assertThat(settings("a.onnx;2026-03-02T07:30:00Z=b.onnx;2026-03-02T08:00:00Z=a.onnx")
                        .detectors()
                        .stages())
                .hasSize(3);
    }

    @Test
    void aChangeToTheSameModelIsAMistake() {
        assertThatThrownBy(() -> settings("a.onnx;2026-03-02T07:30:00Z=a.onnx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option --model has a.onnx from 2026-03-02T07:30:00Z on, which counts already; drop that");
    }

    @Test
    void twoModelsThatRowsCouldNotTellApartAreRefused() {
        assertThatThrownBy(() -> settings("a.onnx;2026-03-02T07:30:00Z=b.onnx;2026-03-02T08:00:00Z=copy-of-a.onnx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "option --model has two models with the id a@1, a.onnx and copy-of-a.onnx; give one another name in its card");
    }

    private static DetectionConfig settings(String option) {
        ModelSchedule<DetectorFactory> detectors =
                ModelScheduleText.parse(option).map(MODELS::get);
        return new DetectionConfig(detectors, 1, Duration.ofMinutes(1), 1);
    }
}
