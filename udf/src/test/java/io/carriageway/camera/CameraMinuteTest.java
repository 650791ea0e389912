package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.CameraTraffic1m;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CameraMinuteTest {

    private static final FrameCount FIRST = new FrameCount("cam-1", 1_000, 1, 4, 0, 1, 0, 90_000, "m@1");
    private static final FrameCount SECOND = new FrameCount("cam-1", 3_000, 0, 2, 2, 0, 1, 50_000, "m@2");

    private final CameraMinute minute = new CameraMinute();

    @Test
    void sumsMaximumAndTheNewestModelStandInTheRow() {
        assertThat(row(List.of(FIRST, SECOND)))
                .isEqualTo(new CameraTraffic1m(
                        "cam-1", Instant.EPOCH, 2L, 1L, 6L, 2L, 1L, 1L, 6, 140_000L, "m@2", 2L, 0, true));
    }

    @Test
    void theOrderOfFramesLeavesNoTrace() {
        assertThat(row(List.of(SECOND, FIRST))).isEqualTo(row(List.of(FIRST, SECOND)));
    }

    private CameraTraffic1m row(List<FrameCount> frames) {
        var sum = minute.empty();
        for (var frame : frames) {
            sum = minute.add(sum, frame);
        }
        return minute.row("cam-1", 0, sum, true);
    }
}
