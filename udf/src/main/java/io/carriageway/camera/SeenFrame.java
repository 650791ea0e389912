package io.carriageway.camera;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Arrival;
import io.carriageway.intake.Arrived;
import org.apache.flink.api.common.functions.MapFunction;

/** Makes of what a model saw, as the lake keeps it, an event that arrived when its frame did. */
public final class SeenFrame implements MapFunction<FrameDetections, Arrived<FrameDetections>> {

    private static final String TOPIC = "camera";

    @Override
    public Arrived<FrameDetections> map(FrameDetections seen) {
        var arrival = new Arrival(
                TOPIC,
                seen.getSourcePartition(),
                seen.getSourceOffset(),
                seen.getSourceArrival().toEpochMilli());
        return new Arrived<>(arrival, seen, null);
    }
}
