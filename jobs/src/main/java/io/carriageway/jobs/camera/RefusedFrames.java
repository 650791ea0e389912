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
 * Sees to it that a run which looks at frames again loses none in silence: one whose picture is gone, or that was
 * accepted before, ends the job. Where gaps are allowed such frames are left out, told at the end, and counted in the
 * metric {@code refusedFrames}, as are those that were refused in the live run too.
 */
final class RefusedFrames extends RichFlatMapFunction<Rejected, Rejected> {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFrames.class);
    /** What says nothing about the picture that was there then. */
    private static final Set<String> GONE = Set.of("picture-not-found", "picture-denied");

    private final boolean gapsAllowed;
    private final boolean allWereAccepted;

    private transient Counter refused;
    private transient TreeMap<String, Integer> framesByReason;

    RefusedFrames(Replay replay) {
        this.gapsAllowed = replay.gapsAllowed();
        // the lake has no others, but the late ones that nobody looked at
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
                    "A frame of the range cannot be looked at again, that at partition %d, offset %d of topic %s: %s (%s). With --allow-gaps true and --mysql.schema the run leaves such frames out"
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
            LOG.warn("Frames that were refused, and are not counted, by reason: {}", framesByReason);
        }
    }
}
