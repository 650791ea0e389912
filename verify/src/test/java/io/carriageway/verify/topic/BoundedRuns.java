package io.carriageway.verify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.oracle.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs bounded runs of a topic's owner job over the topics of a finished live run. */
public final class BoundedRuns {

    private final Sandbox sandbox;
    private final TopicRun live;
    private final long seed;
    private final boolean countsWhatWasPublished;
    private final Replays replays;

    /**
     * One database for many runs, whose tables are emptied before each: creating a database takes longer than a run.
     */
    private TopicRun emptied;

    /** @param seed of the live run's input */
    public BoundedRuns(Sandbox sandbox, TopicRun live, long seed) {
        this.sandbox = sandbox;
        this.live = live;
        this.seed = seed;
        // a job that publishes events counts those again, and reads none of its own topic
        this.countsWhatWasPublished = !live.topicCase().job().published().isEmpty();
        this.replays = new Replays(
                live,
                Stream.concat(
                                live.topicCase().tables().stream(),
                                countsWhatWasPublished ? Stream.empty() : Stream.of(JobSinks.LEDGER))
                        .collect(Collectors.toMap(Table::name, Table::timeColumn)));
    }

    /** The run whose rows the others must reproduce. */
    public TopicRun live() {
        return live;
    }

    /** Fails if a run does not reproduce the live run's rows of its range, or adds records to a topic. */
    public void agree(Case each) throws Exception {
        agree(each, Map.of());
    }

    /**
     * The same if a rule leaves rows out.
     *
     * @param leftOut for each table with rows that are left out, their condition in SQL
     */
    public void agree(Case each, Map<String, String> leftOut) throws Exception {
        if (emptied == null) {
            emptied = replay("replay"); // the first run makes the tables
        } else {
            for (var table : live.topicCase().job().tables()) {
                emptied.execute("DELETE FROM " + table.name());
            }
        }
        agree(emptied, each, leftOut);
    }

    /** The same for a run with options of its own. */
    public void agreeWith(Map<String, String> options, Case each) throws Exception {
        var replay = replay(each.name());
        options.forEach(replay::with);
        agree(replay, each, Map.of());
    }

    private TopicRun replay(String name) throws Exception {
        return new TopicRun(sandbox, live.topicCase(), live.topicCase().job().name() + "_" + name, 1)
                .reading(live)
                .prepared(seed);
    }

    private void agree(TopicRun replay, Case each, Map<String, String> leftOut) throws Exception {
        var published = published();
        var job = replay.with(each).start(each.parallelism());
        replay.awaitEnd(job);
        assertThat(replay.lateRecordsDropped(job)).isZero();
        replays.agree(replay, each, leftOut);
        assertThat(replay.deadLetters()).isEmpty();
        assertThat(published()).as("what the live run published").isEqualTo(published);
        if (countsWhatWasPublished) {
            assertThat(replay.number("SELECT COUNT(*) FROM event_ledger_1m")).isZero();
        }
    }

    /** Fails if such a run on the live run's own tables changes a row, or adds records to a topic. */
    public void changeNothingInTheLiveTables(Case each) throws Exception {
        var before = rows();
        var published = published();
        int letters = live.deadLetters().size();
        live.with(each);
        live.awaitEnd(live.start(each.parallelism()));
        for (var table : before.entrySet()) {
            rows(table.getKey()).areThoseOf(table.getValue(), "table " + table.getKey());
        }
        assertThat(published()).isEqualTo(published);
        assertThat(live.deadLetters()).hasSize(letters);
    }

    private Map<String, Rows> rows() throws Exception {
        var rows = new HashMap<String, Rows>();
        for (var table : live.topicCase().job().tables()) {
            if (live.number("SELECT COUNT(*) FROM " + table.name()) > 0) {
                rows.put(table.name(), rows(table.name()));
            }
        }
        return rows;
    }

    private Rows rows(String table) throws Exception {
        return Replays.rows(live, "SELECT * FROM " + table);
    }

    /** Number of records of each topic that the job fills. */
    private List<Integer> published() {
        return live.topicCase().job().published().stream()
                .map(topic -> live.topicOf(topic).records().size())
                .toList();
    }
}
