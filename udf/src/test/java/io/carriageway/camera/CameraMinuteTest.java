package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.row.CameraTraffic1m;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class CameraMinuteTest {

    private static final FrameCount FIRST = new FrameCount("cam-1", 1_000, 1, 4, 0, 1, 0, 90_000, "m@1");
    private static final FrameCount SECOND = new FrameCount("cam-1", 3_000, 0, 2, 2, 0, 1, 50_000, "m@1");

    private final CameraMinute minute = new CameraMinute();

    @Test
    void sumsMaximumAndTheModelStandInTheRow() {
        assertThat(row(List.of(FIRST, SECOND)))
                .isEqualTo(new CameraTraffic1m(
                        "cam-1", Instant.EPOCH, 2L, 1L, 6L, 2L, 1L, 1L, 6, 140_000L, "m@1", 2L, 0, true));
    }

    @Test
    void theOrderOfFramesLeavesNoTrace() {
        assertThat(row(List.of(SECOND, FIRST))).isEqualTo(row(List.of(FIRST, SECOND)));
    }

    @Test
    void theCountsOfTwoModelsAreNeverAddedUp() {
        var other = new FrameCount("cam-1", 3_000, 0, 2, 2, 0, 1, 50_000, "m@2");
        assertThatThrownBy(() -> row(List.of(FIRST, other)))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessage("The minute of 1970-01-01T00:00:03Z of camera cam-1 has frames counted by m@1 and by m@2:"
                        + " see that option --model names one for it");
    }

    private CameraTraffic1m row(List<FrameCount> frames) {
        var sum = minute.empty();
        for (var frame : frames) {
            sum = minute.add(sum, frame);
        }
        return minute.row("cam-1", 0, sum, true);
    }
}
