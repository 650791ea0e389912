package io.carriageway.jobs.camera;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.replay.Replay;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ensures that a run that redetects loses no frame silently. A frame whose picture is gone, or that was accepted
 * before, ends the job. If gaps are allowed, such frames are left out, reported at the end, and counted in the metric
 * {@code refusedFrames}, together with the frames that the live run refused too.
 */
final class RefusedFrames extends RichFlatMapFunction<Rejected, Rejected> {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFrames.class);
    /** Reasons that say nothing about the picture as it was at first. */
    private static final Set<String> GONE = Set.of("picture-not-found", "picture-denied");

    private final boolean gapsAllowed;
    private final boolean allWereAccepted;

    private transient Counter refused;
    private transient TreeMap<String, Integer> framesByReason;

    RefusedFrames(Replay replay) {
        this.gapsAllowed = replay.gapsAllowed();
        // the lake contains no others, except late frames, which no model has examined
        this.allWereAccepted = replay.readsLake() && !replay.includesLate();
    }

    @Override
    public void open(OpenContext context) {
        refused = getRuntimeContext().getMetricGroup().counter("refusedFrames");
        framesByReason = new TreeMap<>();
    }

    @Override
    public void flatMap(Rejected frame, Collector<Rejected> out) {
        var reason = frame.rejection().reason();
        if (!gapsAllowed && (allWereAccepted || GONE.contains(reason))) {
            var at = frame.origin();
            throw new SuppressRestartsException(new IllegalStateException(
                    "A frame of the range cannot be examined again, that at partition %d, offset %d of topic %s: %s (%s). With --allow-gaps true and --mysql.schema the run leaves such frames out"
                            .formatted(
                                    at.partition(),
                                    at.offset(),
                                    at.topic(),
                                    frame.rejection().detail(),
                                    reason)));
        }
        refused.inc();
        framesByReason.merge(reason, 1, Integer::sum);
    }

    @Override
    public void close() {
        if (framesByReason != null && !framesByReason.isEmpty()) {
            LOG.warn("Number of frames that were refused and are not counted, by reason: {}", framesByReason);
        }
    }
}
