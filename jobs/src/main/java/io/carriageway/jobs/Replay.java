package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.TimeLimits;
import io.carriageway.jobs.io.kafka.ArrivalRange;
import io.carriageway.jobs.io.kafka.ArrivalRange.Demand;
import io.carriageway.jobs.io.lake.EventSpan;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * What a bounded run computes again: the final rows of [from, to), as if input went on.
 *
 * @param input where events come from
 * @param from null in a live run, as {@code to} is
 * @param mode how Flink runs the job; the rows do not show it
 * @param gapsAllowed whether what the input has is taken as all there was
 * @param includesLate whether late events count, as those of the lake do when a day is corrected
 * @param redetects whether a model looks at frames again, be it the same one or another
 */
public record Replay(
        Input input,
        Instant from,
        Instant to,
        RuntimeExecutionMode mode,
        boolean gapsAllowed,
        boolean includesLate,
        boolean redetects)
        implements Serializable {

    /** Where events come from. */
    public enum Input {
        KAFKA,
        LAKE
    }

    /** A live run, which has no end. */
    public static final Replay NONE =
            new Replay(Input.KAFKA, null, null, RuntimeExecutionMode.STREAMING, false, false, false);

    private enum Mode {
        STREAMING,
        BATCH
    }

    private static final ConfigOption<String> FROM = key("from")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Makes the run bounded: it computes the rows from this instant on, and ends (docs/replay.md). A multiple of the largest window. Default: a live run, without end.");

    private static final ConfigOption<String> TO = key("to")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The instant, exclusive, to which a bounded run computes rows. Given together with from. Default: a live run, without end.");

    private static final ConfigOption<Input> INPUT = key("input")
            .enumType(Input.class)
            .defaultValue(Input.KAFKA)
            .withDescription("Where a bounded run reads events: kafka, or lake, where Kafka is not asked.");

    private static final ConfigOption<Mode> MODE = key("mode")
            .enumType(Mode.class)
            .noDefaultValue()
            .withDescription(
                    "How Flink runs a bounded run: streaming or batch. The rows are the same. Default: streaming from Kafka, batch from the lake.");

    private static final ConfigOption<Boolean> ALLOW_GAPS = key("allow-gaps")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run goes on, with a warning, where its input does not have all of the range. What is missing is then in no row.");

    private static final ConfigOption<Boolean> INCLUDE_LATE = key("include-late")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run from the lake counts late events too: it corrects the range, under the next revision.");

    /** An option of the one job that has a model. */
    public static final ConfigOption<Boolean> REDETECT = key("redetect")
            .booleanType()
            .defaultValue(false)
            .withDescription(
                    "Whether a bounded run has the model look at the frames again, under the next revision (docs/replay.md#what-if). false: it counts what was seen then.");

    /** The options of a job that can be replayed. */
    public static final List<ConfigOption<?>> OPTIONS = List.of(INPUT, FROM, TO, MODE, ALLOW_GAPS, INCLUDE_LATE);

    /** A job that does not know the options runs live. */
    public static Replay of(Configuration given) {
        var from = instant(given, FROM);
        var to = instant(given, TO);
        if (from == null && to == null) {
            refuseWithoutRange(given);
            return NONE;
        }
        if (from == null || to == null) {
            throw new IllegalArgumentException("options --from and --to go together; one of them is missing");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("--from %s is not before --to %s".formatted(from, to));
        }
        var input = JobArguments.optional(given, INPUT);
        boolean includesLate = JobArguments.optional(given, INCLUDE_LATE);
        if (includesLate && input != Input.LAKE) {
            throw new IllegalArgumentException("option --include-late needs --input lake, where late events are kept");
        }
        return new Replay(
                input,
                from,
                to,
                mode(given, input),
                JobArguments.optional(given, ALLOW_GAPS),
                includesLate,
                JobArguments.optional(given, REDETECT));
    }

    private static void refuseWithoutRange(Configuration given) {
        for (var option : List.of(INPUT, MODE, ALLOW_GAPS, INCLUDE_LATE, REDETECT)) {
            if (given.contains(option)) {
                throw new IllegalArgumentException("option --%s needs --from and --to".formatted(option.key()));
            }
        }
    }

    private static RuntimeExecutionMode mode(Configuration given, Input input) {
        var mode = JobArguments.optional(given, MODE);
        if (mode == null) {
            return input == Input.LAKE ? RuntimeExecutionMode.BATCH : RuntimeExecutionMode.STREAMING;
        }
        return RuntimeExecutionMode.valueOf(mode.name());
    }

    private static Instant instant(Configuration given, ConfigOption<String> option) {
        var text = JobArguments.optional(given, option);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "option --%s does not take '%s'; an instant is like 2026-07-01T12:00:00Z"
                            .formatted(option.key(), text),
                    e);
        }
    }

    public boolean isBounded() {
        return from != null;
    }

    /** Fails where the range would cut a window of that size, the largest that the job has. */
    public void requireWhole(Duration window) {
        if (isBounded() && !(isMultiple(from, window) && isMultiple(to, window))) {
            throw new IllegalArgumentException("--from %s and --to %s must lie on whole multiples of %d minutes"
                    .formatted(from, to, window.toMinutes()));
        }
    }

    private static boolean isMultiple(Instant time, Duration window) {
        return time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), window.toSeconds()) == 0;
    }

    /** A time that input has passed for certain: a range without gaps has input behind it, which is not all read. */
    public Instant passed() {
        return isBounded() && !gapsAllowed ? to : Instant.MIN;
    }

    /** Whether a row of that time belongs to the range. */
    public boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    public boolean readsLake() {
        return input == Input.LAKE;
    }

    /** Whether rows may come out lower than they were, or not at all: then they need a revision of their own. */
    public boolean revises() {
        return includesLate || redetects;
    }

    /** The records that rows of the range are made of. */
    public ArrivalRange arrivals(TimeLimits limits) {
        return arrivals(limits, Duration.ZERO, Duration.ZERO);
    }

    /** The kept events that rows of the range are made of. Input has passed it when its live windows are final. */
    EventSpan events(TopicEvents<?, ?> of) {
        var end = to.plus(of.lookahead());
        var timing = of.settings().timing();
        return new EventSpan(
                from.minus(of.lookback()),
                from,
                to,
                end,
                end.plus(timing.limits().lateness()).plus(timing.partitionLag()),
                gapsAllowed || of.rare() ? EventSpan.Demand.NOTHING : EventSpan.Demand.EVENTS);
    }

    ArrivalRange arrivals(TopicEvents<?, ?> of) {
        var range = arrivals(of.settings().timing().limits(), of.lookback(), of.lookahead());
        return of.rare() ? range.ofRareEvents() : range;
    }

    /**
     * The same where rows also hang on events of so much time before and after the range. Events may arrive by the skew
     * before their time and by the lateness after it. A copy may arrive by the horizon after its original, so for so
     * long before, records are read that only tell which events were there already. Behind the end of the range,
     * records may lie in disorder.
     */
    public ArrivalRange arrivals(TimeLimits limits, Duration lookback, Duration lookahead) {
        if (!isBounded()) {
            return ArrivalRange.ALL;
        }
        var earliest = from.minus(lookback).minus(limits.skew());
        return new ArrivalRange(
                earliest.minus(limits.horizon()),
                earliest,
                to.plus(lookahead).plus(limits.lateness()).plus(limits.disorder()),
                gapsAllowed ? Demand.NOTHING : Demand.RECORDS);
    }
}
