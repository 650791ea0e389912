package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicOracle;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests an outage of the database for half a minute while frames arrive. */
@ExtendWith(SandboxExtension.class)
class DatabaseOutageIT {

    private static final long SEED = 13;
    private static final int OUTAGE_SECONDS = 30;
    private static final int PARTS_A_SECOND = 2;
    private static final int PARTS = OUTAGE_SECONDS * PARTS_A_SECOND;

    @Test
    void anOutageOfTheDatabaseChangesNoVerdictAndTheJobCatchesUp(Sandbox sandbox) throws Exception {
        assumeTrue(
                System.getenv("MYSQL_URL") == null, "the test must stop its database, but MYSQL_URL names another one");
        var records = CityWithFaults.records(SEED, Duration.ofSeconds(5));
        int outageStarts = records.size() / 3;
        var run =
                new TopicRun(sandbox, Camera.TOPIC, "outage", 2).prepared(SEED).with("partition.lag", "2 min");

        var job = run.start(2);
        run.topic(run.inputTopic()).sendAll(records.subList(0, outageStarts));
        Eventually.holds("rows before the outage", () -> run.number("SELECT COUNT(*) FROM event_ledger_1m") > 0);
        sandbox.database().stop();
        try {
            sendSlowly(run, records.subList(outageStarts, records.size()));
            assertThat(Camera.detections(run)).as("frames are still processed").hasSizeGreaterThan(records.size() / 2);
        } finally {
            sandbox.database().start(); // other tests use it too
        }

        Camera.END.await(run);
        Eventually.holds(
                "the job catches up",
                () -> run.number("SELECT SUM(received) FROM event_ledger_1m") > records.size() * 9 / 10);
        assertThat(sandbox.flink().status(job)).isEqualTo(JobStatus.RUNNING);
        assertThat(run.statusHistory(job)).as("it was never restarted").contains("\"RESTARTING\":0");
        run.drain(job);
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records.size());
        }
    }

    /** Sends a part every half second, so that input continues during the whole outage. */
    private static void sendSlowly(TopicRun run, List<Sent> records) throws Exception {
        var camera = run.topic(run.inputTopic());
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int part = 1; part <= PARTS; part++) {
                var sent = records.subList(records.size() * (part - 1) / PARTS, records.size() * part / PARTS);
                var unused = clock.schedule(
                        () -> camera.sendAll(sent), part * 1_000L / PARTS_A_SECOND, TimeUnit.MILLISECONDS);
            }
        } finally {
            clock.shutdown();
        }
        assertThat(clock.awaitTermination(3 * OUTAGE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
