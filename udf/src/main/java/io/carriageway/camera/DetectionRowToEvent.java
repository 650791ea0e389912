package io.carriageway.camera;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import org.apache.flink.api.common.functions.MapFunction;

/** Makes of what a model saw, as the lake keeps it, an event that arrived when its frame did. */
public final class DetectionRowToEvent implements MapFunction<FrameDetections, ReceivedEvent<FrameDetections>> {

    private static final String TOPIC = "camera";

    @Override
    public ReceivedEvent<FrameDetections> map(FrameDetections seen) {
        var origin = new RecordOrigin(
                TOPIC,
                seen.getSourcePartition(),
                seen.getSourceOffset(),
                seen.getSourceArrival().toEpochMilli());
        return new ReceivedEvent<>(origin, seen, null);
    }
}
