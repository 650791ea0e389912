package io.carriageway.camera.picture;

import static io.carriageway.intake.Frames.NOON;
import static io.carriageway.intake.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.FrameRows;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.row.CameraFrameRow;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PictureKeeperTest {

    private static final byte[] PICTURE = {1};

    @Test
    void aRowSaysWhereItsPictureIsOnceAnArchiveThatWasAwayHasIt() {
        var asked = new AtomicInteger();
        var archive = new ConcurrentHashMap<String, byte[]>();
        try (var keeper = keeper(1, (uri, picture) -> {
            if (asked.incrementAndGet() < 3) {
                throw new IOException("connection refused");
            }
            archive.put(uri, picture);
        })) {
            var row = keeper.keep(row(), PICTURE).join();
            assertThat(row.getKeptUri()).startsWith("s3://city/frames/4b/4bf5122f");
            assertThat(archive).containsExactlyEntriesOf(Map.of(row.getKeptUri(), PICTURE));
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void aPictureThatIsNotToBeKeptTouchesNoArchive() {
        try (var keeper = keeper(0, null)) {
            assertThat(keeper.keep(row(), PICTURE).join().getKeptUri()).isNull();
        }
    }

    private static PictureKeeper keeper(int oneOf, PictureArchive archive) {
        return new PictureKeeper(new FramePictures(null, new FrameKeeping("s3://city/frames", oneOf), archive), 1);
    }

    private static CameraFrameRow row() {
        var origin = new RecordOrigin("camera", 0, 1, NOON.toEpochMilli());
        return FrameRows.accepted(new ReceivedEvent<>(origin, frame("cam-1", "f-1", NOON), null), PICTURE);
    }
}
