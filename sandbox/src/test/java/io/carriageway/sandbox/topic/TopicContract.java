package io.carriageway.sandbox.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.DeadLetter;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.contract.Table;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.ForeignMessages;
import io.carriageway.sandbox.oracle.Replays;
import io.carriageway.sandbox.oracle.TestData;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What must hold for every topic and its owner job: each number that is stored is the oracle's, and bounded runs of
 * every kind give the rows of the live run. The test of a topic extends it.
 */
@ExtendWith(SandboxExtension.class)
public abstract class TopicContract {

    private static final long SEED = 11;
    private static final long SEED_OF_REPLAYS = 12;

    /** So long after all windows are final that input has gone on for certain. */
    private static final Duration MUCH_LATER = Duration.ofHours(3);

    private final TopicCase topic;

    protected TopicContract(TopicCase topic) {
        this.topic = topic;
    }

    /** What else holds for the run that the oracle has judged. */
    protected void alsoHolds(TopicRun run) throws Exception {}

    /** Some of the records are under schemas of other tools. */
    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox) throws Exception {
        var record = topic.topic().record().getSimpleName();
        try (var registry = ForeignMessages.registry(record)) {
            var records = ForeignMessages.among(record, topic.records().of(SEED, topic.length()));
            var run = new TopicRun(sandbox, topic, topic.job().name() + "_contract", 2)
                    .with("schema.registry.url", registry.url())
                    .with("partition.lag", TopicTrial.PARTITION_LAG.toMinutes() + " min");
            run.topic(run.inputTopic()).sendAll(records);
            var rules = TestData.resource(topic.alertRules());
            if (topic.alertTable().isPresent()) {
                run.raiseAlertsBy(rules);
            }
            runToItsEnd(run);

            assertThat(records)
                    .as("records under schemas of other tools")
                    .filteredOn(sent -> sent.value() != null && sent.value().length > 0 && sent.value()[0] == 0)
                    .hasSizeGreaterThan(100);
            try (var oracle = TopicOracle.of(run)) {
                oracle.agreesWithEverything();
                if (topic.alertTable().isPresent()) {
                    var hold = topic.allowedLateness(TopicTrial.PARTITION_LAG);
                    oracle.alerts(rules, run.topic(run.inputTopic()).clockMillis(), hold)
                            .agree();
                }
                assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter")
                                .rows())
                        .as("every defect was met, and the future")
                        .hasSize(topic.defects() + 1);
            }
            assertTheLedgerAddsUp(run, records.size());
            assertSendersSeeWhatTheySent(run);
            alsoHolds(run);
        }
    }

    private void runToItsEnd(TopicRun run) throws Exception {
        var job = run.start(2);
        run.awaitBadEnd();
        var table = topic.tables().get(0).name();
        Eventually.holds(
                "the first rows are final", () -> run.number("SELECT COUNT(*) FROM " + table + " WHERE complete") > 0);
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();
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

    private static void assertSendersSeeWhatTheySent(TopicRun run) {
        assertThat(run.deadLetters())
                .extracting(letter ->
                        letter.getPayload() == null ? 0 : letter.getPayload().remaining())
                .isEqualTo(run.deadLetters().stream()
                        .map(DeadLetter::getPayloadLength)
                        .toList());
    }

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRun(Sandbox sandbox) throws Exception {
        var name = topic.job().name();
        var live = new TopicRun(sandbox, topic, name + "_live", 2);
        live.topic(live.inputTopic()).sendAll(topic.records().of(SEED_OF_REPLAYS, topic.length()));
        // a record that comes long after all others: input has gone on
        var end = topic.start()
                .plus(topic.length())
                .plus(topic.longestUntilArrival())
                .plus(MUCH_LATER);
        live.sendBytes("end", new byte[0], end.toEpochMilli());
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);

        var timeColumns = Stream.concat(topic.tables().stream(), Stream.<Table<?>>of(JobSinks.LEDGER))
                .collect(Collectors.toMap(Table::name, Table::timeColumn));
        var replays = new Replays(live, timeColumns);
        for (var each : topic.replays()) {
            var replay = new TopicRun(sandbox, topic, name + "_" + each.name(), 1)
                    .with("topic." + topic.topic().name(), live.inputTopic());
            each.options().forEach(option -> replay.with(option.get(0), option.get(1)));
            var replayed = replay.start(each.parallelism());
            replay.awaitEnd(replayed);
            assertThat(replay.lateRecordsDropped(replayed)).isZero();
            replays.agree(replay, each);
            assertThat(replay.deadLetters()).isEmpty();
        }
    }
}
