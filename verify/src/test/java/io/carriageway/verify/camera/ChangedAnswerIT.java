package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.DeadLetter;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.topic.TopicRun;
import java.util.List;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a job that restarts before a checkpoint, requests a picture from S3 again, and gets another answer. */
@ExtendWith(SandboxExtension.class)
class ChangedAnswerIT {

    private static final City CITY = City.of(CityConfig.defaults().withCameras(1));

    private TopicRun run;

    @Test
    void theLedgerHasTheLastAnswerAloneAndTheLetterOfTheFirstStays(Sandbox sandbox) throws Exception {
        run = new TopicRun(sandbox, Camera.WITH_A_MODEL, "changed_answer", 1)
                .with("frames.buckets", "carriageway/changed_answer/pictures");
        long arrival = CITY.frame(0).frame().getCapturedAt().toEpochMilli() + 500;
        send(0, "s3://carriageway/changed_answer/pictures/soon-there.jpg", arrival);
        send(1, "s3://carriageway/changed_answer/pictures/soon-bad.jpg", arrival);
        run.sendBytes("cam", new byte[] {1, 2, 3}, arrival);
        // the watermark advances, so that the minute above has a row
        run.sendBytes("cam", null, arrival + 120_000);

        var first = run.start(1);
        Eventually.holds("a row with the first answers", () -> rejections()
                .equals(List.of(List.of("picture-not-found", "2"), List.of("wrong-magic", "1"))));
        Eventually.holds("the dead letters of the first answers", () -> letters("picture-not-found") == 2);
        sandbox.flink().cancel(first);
        var picture = CITY.frame(0).frame().getImage().array();
        put(sandbox, "soon-there.jpg", picture);
        put(sandbox, "soon-bad.jpg", Pictures.html("gone"));
        var second = run.start(1);
        Eventually.holds("the dead letter of the second answer", () -> letters("picture-not-an-image") == 1);
        run.drain(second);

        assertThat(rejections())
                .containsExactly(
                        List.of("empty-value", "1"), List.of("picture-not-an-image", "1"), List.of("wrong-magic", "1"));
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(rejected) FROM event_ledger_1m"))
                .containsExactly(List.of("4", "1", "3"));
        assertThat(run.query("SELECT topic, minute FROM event_ledger_1m l WHERE rejected <>"
                        + " (SELECT COALESCE(SUM(r.rejected), 0) FROM v_rejection r"
                        + " WHERE r.topic = l.topic AND r.minute = l.minute)"))
                .isEmpty();
        assertThat(letters("picture-not-found"))
                .as("dead letters of the first answers remain")
                .isEqualTo(2);
    }

    private List<List<String>> rejections() throws Exception {
        return run.query("SELECT reason, SUM(rejected) FROM v_rejection GROUP BY reason ORDER BY reason");
    }

    /** Number of records with a dead letter of that reason; a dead letter may be written twice. */
    private long letters(String reason) {
        return run.deadLetters().stream()
                .filter(letter -> letter.getReason().equals(reason))
                .map(DeadLetter::getOffset)
                .distinct()
                .count();
    }

    private void send(long index, String uri, long arrivalMillis) {
        CameraFrame frame = CITY.frame(index).frame();
        frame.setImage(null);
        frame.setImageUri(uri);
        Camera.send(run, frame, arrivalMillis);
    }

    private static void put(Sandbox sandbox, String name, byte[] bytes) throws Exception {
        var path = new Path(sandbox.s3().uri("changed_answer/pictures/" + name));
        try (var out = FileSystem.get(path.toUri()).create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(bytes);
        }
    }
}
