package io.carriageway.verify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.ForeignMessages;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests every topic and its owner job: each stored number equals the oracle's, and bounded runs of every kind give the
 * rows of the live run. The test of a topic extends it.
 */
@ExtendWith(SandboxExtension.class)
public abstract class TopicContract {

    private static final long SEED = 11;
    private static final long SEED_OF_REPLAYS = 12;

    /** A time after all windows are final at which the input has certainly continued. */
    private static final Duration MUCH_LATER = Duration.ofHours(3);

    /** One of the bounded runs: the middle of the input. */
    private static final int OF_THE_MIDDLE = 4;

    private final TopicCase topic;

    protected TopicContract(TopicCase topic) {
        this.topic = topic;
    }

    /** Further checks of the run that equals the oracle. */
    protected void alsoHolds(TopicRun run) throws Exception {}

    /** Whether the expected rows are final while the job still runs; by default, any row. */
    protected boolean hasFinalRows(TopicRun run) throws Exception {
        var table = topic.tables().get(0).name();
        return run.number("SELECT COUNT(*) FROM " + table + " WHERE complete") > 0;
    }

    /** The input of the live run with which bounded runs are compared. */
    protected List<Sent> recordsOfReplays(long seed) {
        return topic.input().of(seed);
    }

    /** The rows of each table that a rule leaves out of a bounded run, as a condition in SQL; none by default. */
    protected Map<String, String> leftOut(Case each) {
        return Map.of();
    }

    /** Further checks of bounded runs. */
    protected void alsoHolds(BoundedRuns runs) throws Exception {}

    /** Some of the records are under schemas of other tools. */
    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox) throws Exception {
        var record = topic.topic().record().getSimpleName();
        try (var registry = ForeignMessages.registry(record)) {
            var records = ForeignMessages.among(record, topic.input().of(SEED));
            var run = new TopicRun(sandbox, topic, topic.job().name() + "_contract", 2)
                    .with("schema.registry.url", registry.url())
                    .with("partition.lag", TopicTrial.PARTITION_LAG.toMinutes() + " min")
                    .prepared(SEED);
            run.sendOthers(SEED);
            run.topic(run.inputTopic()).sendAll(records);
            if (topic.alerts().isPresent()) {
                run.raiseAlertsBy(topic.alerts().get().rules());
            }
            runToItsEnd(run);

            assertThat(records)
                    .as("records under schemas of other tools")
                    .filteredOn(sent -> sent.value() != null && sent.value().length > 0 && sent.value()[0] == 0)
                    .hasSizeGreaterThan(100);
            assertTheOracleAgrees(run);
            assertTheLedgerAddsUp(run, records.size());
            assertSendersSeeWhatTheySent(run);
            alsoHolds(run);
        }
    }

    private void runToItsEnd(TopicRun run) throws Exception {
        var job = run.start(2);
        topic.input().end().await(run);
        Eventually.holds("rows are final while the job runs", () -> hasFinalRows(run));
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();
    }

    private void assertTheOracleAgrees(TopicRun run) throws Exception {
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
            if (topic.alerts().isPresent()) {
                var hold = topic.allowedLateness(TopicTrial.PARTITION_LAG);
                oracle.alerts(run.topic(run.inputTopic()).clockMillis(), hold).agree();
            }
            assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter").rows())
                    .as("every defect occurred, and events of the future")
                    .hasSize(topic.input().defects() + 1);
        }
    }

    private static void assertTheLedgerAddsUp(TopicRun run, int records) throws Exception {
        assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records);
        assertThat(run.number("SELECT COUNT(*) FROM event_ledger_1m"
                        + " WHERE received <> accepted + duplicate + late + rejected"))
                .isZero();
        assertThat(run.number("SELECT LEAST(SUM(accepted), SUM(duplicate), SUM(late)) FROM event_ledger_1m"))
                .as("every verdict was given, often")
                .isGreaterThan(20);
    }

    private void assertSendersSeeWhatTheySent(TopicRun run) {
        boolean nothing = topic.topic().rules().apply(new Configuration()).mayHoldPictures();
        assertThat(run.deadLetters())
                .extracting(letter ->
                        letter.getPayload() == null ? 0 : letter.getPayload().remaining())
                .isEqualTo(run.deadLetters().stream()
                        .map(letter -> nothing ? 0 : letter.getPayloadLength())
                        .toList());
    }

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRun(Sandbox sandbox) throws Exception {
        var live = new TopicRun(sandbox, topic, topic.job().name() + "_live", 2).prepared(SEED_OF_REPLAYS);
        live.sendOthers(SEED_OF_REPLAYS);
        live.topic(live.inputTopic()).sendAll(recordsOfReplays(SEED_OF_REPLAYS));
        var job = live.start(2);
        topic.input().end().await(live);
        // not before: read first, it would put all that is in another partition behind it by more than partition.lag
        var end = topic.input().start().plus(topic.input().length()).plus(topic.longestUntilArrival());
        topic.input().end().goOn(live, end.plus(MUCH_LATER));
        live.drain(job);

        var runs = new BoundedRuns(sandbox, live, SEED_OF_REPLAYS);
        for (var each : topic.replays()) {
            runs.agree(each, leftOut(each));
        }
        alsoHolds(runs);
        runs.changeNothingInTheLiveTables(topic.replays().get(OF_THE_MIDDLE));
    }
}
