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
 * The settings of a bounded run, which computes the final rows of [from, to) as if the input continued.
 *
 * @param input the source of events
 * @param from start of the range; null in a live run, as {@code to} is
 * @param mode the execution mode, which does not affect the rows
 * @param gapsAllowed whether the available input counts as complete
 * @param includesLate whether late events count, as they do when a day is corrected from the lake
 * @param redetects whether a model examines the frames again, the same one or another
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

    /** The source of events. */
    public enum Input {
        KAFKA,
        LAKE
    }

    /** The settings of a live run, which has no end. */
    public static final Replay NONE =
            new Replay(Input.KAFKA, null, null, RuntimeExecutionMode.STREAMING, false, false, false);

    public boolean isBounded() {
        return from != null;
    }

    /** Fails if the range would cut a window, given the job's largest. */
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

    /** A time that the input has certainly passed. Behind a range without gaps there is input that is not all read. */
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

    /** Whether rows may become lower than before, or disappear, so that they need a revision of their own. */
    public boolean revises() {
        return includesLate || redetects;
    }

    /** The records that the rows of the range depend on. */
    public ArrivalRange arrivals(LatenessConfig limits) {
        return arrivals(limits, Duration.ZERO, Duration.ZERO);
    }

    /**
     * The stored events that the rows of the range depend on. The input has passed it when its live windows are final.
     */
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
     * The records to read if rows also depend on events of those times before and after the range. An event may arrive
     * by the skew before its time and by the lateness after it. A duplicate may arrive by the horizon after its
     * original, so records of that much earlier are read only to recognise duplicates. After the end of the range,
     * records may be out of order.
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
