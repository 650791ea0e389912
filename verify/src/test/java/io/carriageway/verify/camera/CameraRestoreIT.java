package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicOracle;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a job that is stopped while it works and resumed at another parallelism, twice. */
@ExtendWith(SandboxExtension.class)
class CameraRestoreIT {

    private static final long SEED = 12;

    @Test
    void nothingIsLostAndNothingCountedTwiceAcrossRestoresAtOtherParallelisms(Sandbox sandbox) throws Exception {
        var records = CityWithFaults.records(SEED, Duration.ofSeconds(3));
        var run =
                new TopicRun(sandbox, Camera.TOPIC, "restore", 2).prepared(SEED).with("partition.lag", "2 min");
        var sent = withCopiesInTheMiddle(records);
        int third = sent.size() / 3;
        var camera = run.topic(run.inputTopic());

        camera.sendAll(sent.subList(0, third));
        var savepoint = stopAtWork(sandbox, run, run.start(1));
        camera.sendAll(sent.subList(third, 2 * third));
        savepoint = stopAtWork(sandbox, run, run.resume(3, savepoint));
        camera.sendAll(sent.subList(2 * third, sent.size()));
        var job = run.resume(2, savepoint);
        Camera.END.await(run);
        run.drain(job);

        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(sent.size());
        }
    }

    /** Takes a savepoint as soon as the job has read more, while records are in flight. */
    private static String stopAtWork(Sandbox sandbox, TopicRun run, JobID job) throws Exception {
        int before = Camera.detections(run).size();
        Eventually.holds(
                "the job processes records", () -> Camera.detections(run).size() > before);
        return sandbox.flink().stopWithSavepoint(job, false);
    }

    /**
     * Copies of every tenth record of the first quarter, between the halves: the job that reads them has not read the
     * originals itself.
     */
    private static List<Sent> withCopiesInTheMiddle(List<Sent> records) {
        int half = records.size() / 2;
        var all = new ArrayList<>(records.subList(0, half));
        for (int i = 0; i < half / 2; i += 10) {
            var original = records.get(i);
            all.add(new Sent(original.key(), original.value(), records.get(half).timestampMillis(), original.defect()));
        }
        all.addAll(records.subList(half, records.size()));
        return all;
    }
}
