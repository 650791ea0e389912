package io.carriageway.camera;

import static io.carriageway.intake.Frames.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.NamedByContent;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import org.junit.jupiter.api.Test;

class FrameRowToEventTest {

    private static final String SENT = "s3://sender/f-1.jpg";
    private static final String KEPT = "s3://city/frames/4b/4bf5";

    @Test
    void aFrameComesBackAsItArrivedAndPointsAtItsKeptPicture() {
        var frame = new CameraFrame("f-1", "cam-1", NOON, 52.5, 13.4, null, SENT);
        var origin = new RecordOrigin("camera", 1, 7, NOON.plusMillis(300).toEpochMilli());
        var row = FrameRows.accepted(new ReceivedEvent<>(origin, frame, null), new byte[] {1});
        row.setKeptUri(KEPT);
        var back = new FrameRowToEvent().map(row);
        assertThat(back.origin()).isEqualTo(origin);
        assertThat(back.event())
                .isEqualTo(CameraFrame.newBuilder(frame)
                        .setImageUri(NamedByContent.kept(KEPT))
                        .build());
    }

    @Test
    void onlyALateFrameWhosePictureNobodySawPointsWhereItsSenderSaid() {
        assertThat(pictureOf(SENT, false, null)).isNull();
        assertThat(pictureOf(SENT, true, null)).isEqualTo(SENT);
        assertThat(pictureOf(null, true, null)).isNull();
        assertThat(pictureOf(null, true, KEPT)).isEqualTo(NamedByContent.kept(KEPT));
    }

    private static String pictureOf(String sent, boolean late, String kept) {
        var received = new ReceivedEvent<>(
                new RecordOrigin("camera", 0, 1, NOON.toEpochMilli()),
                new CameraFrame("f-1", "cam-1", NOON, 52.5, 13.4, null, sent),
                null);
        var row = late ? FrameRows.late(received, null) : FrameRows.accepted(received, new byte[] {1});
        row.setKeptUri(kept);
        return new FrameRowToEvent().map(row).event().getImageUri();
    }
}
