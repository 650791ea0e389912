package io.carriageway.jobs.telemetry;

import io.carriageway.jobs.Replay;
import io.carriageway.row.Journey;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the journeys of a replay pass that are over for certain: after their last report a whole gap was read. Those of
 * the range that may go on beyond what was read are told at the end, and counted in the metric {@code openJourneys}.
 */
final class EndedJourneys extends RichFilterFunction<Journey> {

    private static final Logger LOG = LoggerFactory.getLogger(EndedJourneys.class);

    private final Replay replay;
    private final Instant readTo;
    private final Duration gap;

    private transient Counter open;

    EndedJourneys(Replay replay, Duration lookahead, Duration gap) {
        this.replay = replay;
        this.readTo = replay.to().plus(lookahead);
        this.gap = gap;
    }

    @Override
    public void open(OpenContext context) {
        open = getRuntimeContext().getMetricGroup().counter("openJourneys");
    }

    @Override
    public boolean filter(Journey journey) {
        boolean ended = journey.getEndedAt().plus(gap).isBefore(readTo);
        if (!ended && replay.covers(journey.getStartedAt())) {
            open.inc();
        }
        return ended;
    }

    @Override
    public void close() {
        if (open != null && open.getCount() > 0) {
            LOG.warn(
                    "{} journeys that began in the range may go on after {}, and are not written; a longer journey.lookahead finds their end",
                    open.getCount(),
                    readTo);
        }
    }
}
