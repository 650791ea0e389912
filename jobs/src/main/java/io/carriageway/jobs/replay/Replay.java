package io.carriageway.jobs.replay;

import io.carriageway.intake.LatenessConfig;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.io.kafka.ArrivalRange;
import io.carriageway.jobs.io.kafka.ArrivalRange.Demand;
import io.carriageway.jobs.io.lake.EventSpan;
import io.carriageway.window.WindowRule;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.RuntimeExecutionMode;

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

    public boolean isBounded() {
        return from != null;
    }

    /** Fails where the range would cut one of those windows, the largest that the job has. */
    public void requireWhole(WindowRule windows) {
        if (isBounded() && !(isStart(from, windows) && isStart(to, windows))) {
            var grid = windows.offset().isZero()
                    ? ""
                    : ", counted from %d minutes past the UTC hour"
                            .formatted(windows.offset().toMinutes());
            throw new IllegalArgumentException("--from %s and --to %s must lie on whole multiples of %d minutes%s"
                    .formatted(from, to, windows.size().toMinutes(), grid));
        }
    }

    private static boolean isStart(Instant time, WindowRule windows) {
        return time.equals(Instant.ofEpochMilli(windows.startOf(time.toEpochMilli())));
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
    public ArrivalRange arrivals(LatenessConfig limits) {
        return arrivals(limits, Duration.ZERO, Duration.ZERO);
    }

    /** The kept events that rows of the range are made of. Input has passed it when its live windows are final. */
    EventSpan events(EventInput<?, ?> of) {
        var end = to.plus(of.lookahead());
        var timing = of.config().timing();
        return new EventSpan(
                from.minus(of.lookback()),
                from,
                to,
                end,
                end.plus(of.config().rules().longestUntilKnown())
                        .plus(timing.limits().lateness())
                        .plus(timing.partitionLag()),
                gapsAllowed || of.rare() ? EventSpan.Demand.NOTHING : EventSpan.Demand.EVENTS);
    }

    public ArrivalRange arrivals(EventInput<?, ?> of) {
        var untilKnown = of.config().rules().longestUntilKnown();
        var range = arrivals(
                of.config().timing().limits(), of.lookback(), of.lookahead().plus(untilKnown));
        return of.rare() ? range.ofRareEvents() : range;
    }

    /**
     * The same where rows also hang on events of so much time before and after the range. Events may arrive by the skew
     * before their time and by the lateness after it. A copy may arrive by the horizon after its original, so for so
     * long before, records are read that only tell which events were there already. Behind the end of the range,
     * records may lie in disorder.
     */
    public ArrivalRange arrivals(LatenessConfig limits, Duration lookback, Duration lookahead) {
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
