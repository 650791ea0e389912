package io.carriageway.verify.topic;

import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.verify.oracle.JobRun;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.topic.InputWithFaults.Records;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/**
 * A topic and its owner job in tests: the input with every fault, and the oracle of the rows.
 *
 * @param views the scripts of folder oracle for the job's tables, in the order in which they build on each other
 * @param columns the columns of an event that the oracle gets
 * @param alerts if the job raises any
 * @param options of the job, without those of its stores
 * @param companions what the job needs beside the topic
 * @param attach builds the job
 * @param move changes the time at which an event is known
 */
public record TopicCase(
        JobDefinition job,
        InputWithFaults input,
        List<String> views,
        EventColumns columns,
        Optional<TestedAlerts> alerts,
        Map<String, String> options,
        List<Companion> companions,
        JobRun.Attach attach,
        Move move) {

    /** Time after the input's length at which its last records have arrived. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    /** Changes an event so that it is known at that time, and has another identity. */
    public interface Move {
        void to(Instant time, SpecificRecordBase event);
    }

    /** A topic that ends with bad records, and whose job needs nothing else. */
    public static TopicCase of(
            JobDefinition job, Instant start, Duration length, Records records, int defects, String... views) {
        return of(job, new InputWithFaults(start, length, records, defects, InputEnd.BAD_RECORDS), views);
    }

    /** A topic whose job needs nothing else. */
    public static TopicCase of(JobDefinition job, InputWithFaults input, String... views) {
        return new TopicCase(
                job,
                input,
                List.of(views),
                EventColumns.fieldsOf(job.owned().orElseThrow().record()),
                Optional.empty(),
                Map.of(),
                List.of(),
                job.attach()::to,
                (time, event) -> event.put(timeField(job.owned().orElseThrow()), time));
    }

    private static int timeField(EventTopic<?, ?> topic) {
        var event = SpecificData.get().getSchema(topic.record());
        return event.getField(topic.dataset().timeColumn()).pos();
    }

    /** The same for a job that raises alerts by the rules that tests share. */
    public TopicCase raisingAlertsOn(String table) {
        return raisingAlertsOn(table, Optional.empty());
    }

    /** The same with rules of its own. With this input each of them raises an alert, and one raises several. */
    public TopicCase raisingAlertsOn(String table, String rules) {
        return raisingAlertsOn(table, Optional.of(rules));
    }

    private TopicCase raisingAlertsOn(String table, Optional<String> rules) {
        var alerts = Optional.of(new TestedAlerts(table, rules));
        return new TopicCase(job, input, views, columns, alerts, options, companions, attach, move);
    }

    /** The same with more options of the job. */
    public TopicCase with(Map<String, String> more) {
        var all = new HashMap<>(options);
        all.putAll(more);
        return new TopicCase(job, input, views, columns, alerts, Map.copyOf(all), companions, attach, move);
    }

    /** The same with something that the job needs beside the topic. */
    public TopicCase with(Companion companion) {
        var all = Stream.concat(companions.stream(), Stream.of(companion)).toList();
        return new TopicCase(job, input, views, columns, alerts, options, all, attach, move);
    }

    /** The same if the oracle gets other columns of an event than its fields. */
    public TopicCase seenAs(EventColumns columns) {
        return new TopicCase(job, input, views, columns, alerts, options, companions, attach, move);
    }

    /** The same if tests build the job in another way than its main method. */
    public TopicCase attachedBy(JobRun.Attach attach) {
        return new TopicCase(job, input, views, columns, alerts, options, companions, attach, move);
    }

    /** The same for events that are known later than at their event time. */
    public TopicCase movedBy(Move move) {
        return new TopicCase(job, input, views, columns, alerts, options, companions, attach, move);
    }

    /** A copy of the event with another identity, which is known at that time. */
    public <E extends SpecificRecordBase> E moved(E event, Instant time) {
        var moved = SpecificData.get().deepCopy(event.getSchema(), event);
        move.to(time, moved);
        return moved;
    }

    public EventTopic<?, ?> topic() {
        return job.owned().orElseThrow();
    }

    /** The tables that the job computes from events, without the ledger. */
    List<Table<?>> tables() {
        return job.tables().stream()
                .filter(table -> table != JobSinks.LEDGER && table != AlertSinks.ALERT)
                .toList();
    }

    private Configuration given() {
        return Configuration.fromMap(options);
    }

    /** Time for which a window waits after its end, with that lag: by the topic's lateness, or that of the options. */
    Duration allowedLateness(Duration partitionLag) {
        return job.timing(given()).limits().lateness().plus(partitionLag);
    }

    /** Time after its event time until which an event is in time. */
    Duration longestUntilArrival() {
        return topic().rules().apply(given()).longestUntilKnown().plus(allowedLateness(Duration.ZERO));
    }

    /** The largest windows of the job, aligned to its hours. */
    private WindowRule windows() {
        var largest = job.tables().stream().map(Table::window).max(Duration::compareTo);
        return job.timing(given()).eventWindows(largest.orElseThrow());
    }

    /** Bounded runs of every kind: of all the input, of its middle third, and of one window. */
    List<Case> replays() {
        var windows = windows();
        var window = windows.size();
        var start = input.start();
        var length = input.length();
        var before = floor(start.minus(window), windows);
        var after = floor(start.plus(length).plus(longer(window.multipliedBy(2), LATEST)), windows);
        var from = floor(start.plus(length.dividedBy(3)), windows);
        var to = floor(start.plus(length.multipliedBy(2).dividedBy(3)), windows);
        to = from.isBefore(to) ? to : from.plus(window);
        return List.of(
                replay("all_streaming_1", "streaming", 1, before, after),
                replay("all_streaming_3", "streaming", 3, before, after),
                replay("all_batch_2", "batch", 2, before, after),
                replay("some_streaming_2", "streaming", 2, from, to),
                replay("some_batch_3", "batch", 3, from, to),
                replay("some_batch_1", "batch", 1, to.minus(window), to));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Case replay(String name, String mode, int parallelism, Instant from, Instant to) {
        return new Case(name, mode, parallelism, from.toString(), to.toString());
    }

    private static Instant floor(Instant time, WindowRule windows) {
        return Instant.ofEpochMilli(windows.startOf(time.toEpochMilli()));
    }
}
