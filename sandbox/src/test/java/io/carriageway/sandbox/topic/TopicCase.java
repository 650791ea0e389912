package io.carriageway.sandbox.topic;

import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.sandbox.oracle.Oracle;
import io.carriageway.sandbox.oracle.Replays.Case;
import io.carriageway.sandbox.oracle.Topic.Sent;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/**
 * A topic and the job that owns it, as tests see them: the input with every trouble in it, and what judges the rows.
 *
 * @param start of the input, and {@code length} of it, both in event time
 * @param defects in how many ways records are spoilt
 * @param views the scripts of folder oracle for the job's tables, in the order in which they build on each other
 * @param alertTable the table on whose rows alerts are raised, where there is one
 * @param alertRules the resource with the rules of those alerts
 * @param options of the job beside those of its stores
 * @param roads what the job is given for roads, where it needs any
 * @param preparation fills other tables of the oracle's input than that of records
 * @param move gives an event another time, at which it is known
 */
public record TopicCase(
        JobDefinition job,
        Instant start,
        Duration length,
        Records records,
        int defects,
        List<String> views,
        Optional<String> alertTable,
        String alertRules,
        Map<String, String> options,
        Optional<String> roads,
        Preparation preparation,
        Move move) {

    private static final long ANY_SEED = 1;
    private static final String RULES = "alerts-of-tests.yaml";

    /** The same records for the same seed, in the order of their arrival; the last of each partition is a bad one. */
    public interface Records {
        List<Sent> of(long seed, Duration length);
    }

    /** Changes an event so that it is known at that time, and is another event. */
    public interface Move {
        void to(Instant time, SpecificRecordBase event);
    }

    /** Fills tables of the oracle's input. */
    public interface Preparation {
        void of(Oracle oracle, TopicRun run) throws Exception;
    }

    /** A topic whose job needs no options and no roads, and whose oracle is given its records alone. */
    public static TopicCase of(
            JobDefinition job, Instant start, Duration length, Records records, int defects, String... views) {
        return new TopicCase(
                job,
                start,
                length,
                records,
                defects,
                List.of(views),
                Optional.empty(),
                RULES,
                Map.of(),
                Optional.empty(),
                (oracle, run) -> {},
                (time, event) -> event.put(timeField(job.owned().orElseThrow()), time));
    }

    private static int timeField(EventTopic<?, ?> topic) {
        var event = SpecificData.get().getSchema(topic.record());
        return event.getField(topic.dataset().timeColumn()).pos();
    }

    /** The same of a job that raises alerts, by the rules that tests share. */
    public TopicCase raisingAlertsOn(String table) {
        return raisingAlertsOn(table, RULES);
    }

    /** The same by rules of its own; each of them raises an alert of the input, and one raises more than one. */
    public TopicCase raisingAlertsOn(String table, String rules) {
        return new TopicCase(
                job,
                start,
                length,
                records,
                defects,
                views,
                Optional.of(table),
                rules,
                options,
                roads,
                preparation,
                move);
    }

    public TopicCase with(Map<String, String> options) {
        return new TopicCase(
                job, start, length, records, defects, views, alertTable, alertRules, options, roads, preparation, move);
    }

    /** The same for a job that needs roads, a GeoJSON FeatureCollection. */
    public TopicCase onRoads(String geoJson, Preparation preparation) {
        return new TopicCase(
                job,
                start,
                length,
                records,
                defects,
                views,
                alertTable,
                alertRules,
                options,
                Optional.of(geoJson),
                preparation,
                move);
    }

    /** The same for events that are known later than at their event time. */
    public TopicCase movedBy(Move move) {
        return new TopicCase(
                job, start, length, records, defects, views, alertTable, alertRules, options, roads, preparation, move);
    }

    /** The event as another one, which is known at that time. */
    public <E extends SpecificRecordBase> E moved(E event, Instant time) {
        var moved = SpecificData.get().deepCopy(event.getSchema(), event);
        move.to(time, moved);
        return moved;
    }

    public EventTopic<?, ?> topic() {
        return job.owned().orElseThrow();
    }

    /** The tables that the job makes of events, the ledger left out. */
    List<Table<?>> tables() {
        return job.tables().stream()
                .filter(table -> table != JobSinks.LEDGER && table != AlertSinks.ALERT)
                .toList();
    }

    /** One of the input's events with which nothing is wrong. */
    public <E extends SpecificRecordBase> E goodEvent(Class<E> record) {
        var codec = new SingleObjectCodec<>(record);
        return records.of(ANY_SEED, length).stream()
                .filter(sent -> sent.defect() == null)
                .map(sent -> codec.decode(sent.value()))
                .filter(Decoded.Value.class::isInstance)
                .map(decoded -> ((Decoded.Value<E>) decoded).value())
                .findFirst()
                .orElseThrow();
    }

    private Configuration given() {
        return Configuration.fromMap(options);
    }

    /** How long after its end a window waits, with that lag: by the topic's lateness, or that of the options. */
    Duration allowedLateness(Duration partitionLag) {
        return job.timing(given()).limits().lateness().plus(partitionLag);
    }

    /** How long after an event time an event can arrive and be in time. */
    Duration longestUntilArrival() {
        return topic().rules().apply(given()).longestUntilKnown().plus(allowedLateness(Duration.ZERO));
    }

    /** The largest windows of the job, by the grid of its hours. */
    private WindowRule windows() {
        var largest = job.tables().stream().map(Table::window).max(Duration::compareTo);
        return job.timing(given()).eventWindows(largest.orElseThrow());
    }

    /** Bounded runs of every kind: of all the input, of its middle third, and of one window. */
    List<Case> replays() {
        var windows = windows();
        var window = windows.size();
        var before = floor(start.minus(window), windows);
        var after = floor(start.plus(length).plus(window.multipliedBy(2)), windows);
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

    private static Case replay(String name, String mode, int parallelism, Instant from, Instant to) {
        return new Case(name, mode, parallelism, from.toString(), to.toString());
    }

    private static Instant floor(Instant time, WindowRule windows) {
        return Instant.ofEpochMilli(windows.startOf(time.toEpochMilli()));
    }
}
