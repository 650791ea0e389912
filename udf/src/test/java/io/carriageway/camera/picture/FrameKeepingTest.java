package io.carriageway.camera.picture;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.FrameRows;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.CameraFrameRow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameKeepingTest {

    private static final String FOLDER = "s3://city/frames";

    @Test
    void aSampleIsAFunctionOfTheFrameAndAboutAsLargeAsAsked() {
        var thirds = new FrameKeeping(FOLDER, 3);
        assertThat(IntStream.range(0, 3_000)
                        .filter(i -> thirds.keeps(row("cam-1", "f-" + i)))
                        .count())
                .isBetween(900L, 1_100L);
        // printf 'cam-1\nf-1' | sha256sum begins with 2cc5d736, and of f-4 with 5bd647eb
        assertThat(new FrameKeeping(FOLDER, 2).keeps(row("cam-1", "f-1"))).isTrue();
        assertThat(new FrameKeeping(FOLDER, 2).keeps(row("cam-1", "f-4"))).isFalse();
    }

    @Test
    void allKeepsEveryPictureThereIsAndNoneKeepsNone() {
        var unfetched = row("cam-1", "f-1");
        unfetched.setImageSha256(null);
        assertThat(new FrameKeeping(FOLDER, 1).keeps(row("cam-1", "f-1"))).isTrue();
        assertThat(new FrameKeeping(FOLDER, 1).keeps(unfetched)).isFalse();
        assertThat(FrameKeeping.NONE.keeps(row("cam-1", "f-1"))).isFalse();
    }

    @Test
    void aPictureIsNamedByItsBytes() {
        assertThat(new FrameKeeping(FOLDER, 1).addressOf(row("cam-1", "f-1")))
                .isEqualTo("s3://city/frames/4b/4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
    }

    private static CameraFrameRow row(String camera, String frame) {
        var received = new ReceivedEvent<>(
                new RecordOrigin("camera", 0, 1, NOON.toEpochMilli()), frame(camera, frame, NOON), null);
        return FrameRows.accepted(received, new byte[] {1});
    }
}
