package io.carriageway.verify.parity;

import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job of the suite with its input and what it stores. Some jobs read topics that an earlier job fills. */
record CityJob(JobDefinition job) {

    static final List<CityJob> ALL = Suite.JOBS.stream().map(CityJob::new).toList();

    /** Time for which an accident is reported. */
    private static final Duration REPORT_LIMIT = Duration.ofMinutes(30);

    private static final Duration JOURNEY_LOOKAHEAD = Duration.ofMinutes(15);

    /** By the option that asks for more rows. */
    private static final Map<String, Duration> LOOKAHEAD =
            Map.of("journey.lookahead", JOURNEY_LOOKAHEAD, "accident.lookahead", REPORT_LIMIT.multipliedBy(2));

    private static final Map<String, String> OPTIONS = Map.of(
            "journey.gap",
            "1 min",
            "journey.lookahead",
            JOURNEY_LOOKAHEAD.toMinutes() + " min",
            "report.limit",
            REPORT_LIMIT.toMinutes() + " min",
            "accident.active-for",
            "40 min");

    JobSinks attach(StreamExecutionEnvironment env, String... arguments) throws Exception {
        return job.attach().to(env, arguments);
    }

    Duration largestWindow() {
        return job.tables().stream().map(Table::window).max(Duration::compareTo).orElseThrow();
    }

    /** The topics that it reads or fills. */
    List<String> topics() {
        return Stream.concat(job.inputs().stream(), job.published().stream())
                .map(EventTopic::name)
                .toList();
    }

    boolean reads(String topic) {
        return job.inputs().stream().anyMatch(input -> input.name().equals(topic));
    }

    /** The topics of other jobs that it reads. */
    List<String> readsOfJobs() {
        return job.read().stream()
                .filter(Suite.published()::contains)
                .map(EventTopic::name)
                .toList();
    }

    /** In a replay, a job that publishes events counts those again, and reads none of its own topic. */
    List<Stored> stored() {
        var stored = new ArrayList<Stored>();
        boolean replaysWhatItPublished = !job.published().isEmpty();
        tables().forEach(table -> stored.add(Stored.table(table.name(), table.timeColumn())));
        job.owned().ifPresent(topic -> {
            stored.add(live(Stored.ledger(topic.name()), replaysWhatItPublished));
            var events = topic.dataset();
            stored.add(live(Stored.events(events.name(), events.timeColumn()), replaysWhatItPublished));
        });
        tables().forEach(table -> stored.add(Stored.dataset(table.name(), table.timeColumn())));
        job.published()
                .forEach(topic -> stored.add(
                        Stored.dataset(topic.dataset().name(), topic.dataset().timeColumn())
                                .liveOnly()));
        return stored;
    }

    private static Stored live(Stored stored, boolean only) {
        return only ? stored.liveOnly() : stored;
    }

    /** The tables of the job's own rows; no run here raises alerts. */
    private List<Table<?>> tables() {
        return job.tables().stream()
                .filter(table -> table != JobSinks.LEDGER && table != AlertSinks.ALERT)
                .toList();
    }

    /** Time after its event time until which an event of its own topic is in time. */
    Duration longestUntilArrival() {
        var given = Configuration.fromMap(OPTIONS);
        var untilKnown = job.owned()
                .map(topic -> topic.rules().apply(given).longestUntilKnown())
                .orElse(Duration.ZERO);
        return job.timing(given).limits().lateness().plus(untilKnown);
    }

    /** Time after its range for which a bounded run reads, without lateness. */
    Duration lookahead() {
        return LOOKAHEAD.keySet().stream()
                .filter(job::has)
                .map(LOOKAHEAD::get)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** The options that are the same in every run. */
    Map<String, String> options(String network) {
        return Stream.concat(OPTIONS.entrySet().stream(), Stream.of(Map.entry("network", network)))
                .filter(option -> job.has(option.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it needs carriageway polygons. */
    boolean looksAtPictures() {
        return job.has("model");
    }

    @Override
    public String toString() {
        return job.name();
    }
}
