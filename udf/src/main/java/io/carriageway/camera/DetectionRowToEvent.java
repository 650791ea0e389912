package io.carriageway.camera;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.RecordOrigin;
import org.apache.flink.api.common.functions.MapFunction;

/** Converts detections from the lake to an event that arrived at the time of its frame. */
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
