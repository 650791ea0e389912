package io.carriageway.jobs.camera;

import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.row.EventLedger1m;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The destinations of the pipeline's streams.
 *
 * @param detections the detections of each accepted frame
 * @param rejected rejected records, from intake and from inspection
 * @param frames accepted and late frames without pixels
 * @param traffic provisional and final rows per camera and minute
 * @param ledger provisional and final rows per minute of arrival
 * @param alerting the rules of alerts, and the destinations of alerts
 */
public record CameraOutputs(
        Consumer<DataStream<FrameDetections>> detections,
        Consumer<DataStream<Rejected>> rejected,
        Consumer<EventRows<CameraFrameRow>> frames,
        Consumer<DataStream<CameraTraffic1m>> traffic,
        Consumer<DataStream<EventLedger1m>> ledger,
        Alerting alerting) {

    /** Without alerts. */
    public CameraOutputs(
            Consumer<DataStream<FrameDetections>> detections,
            Consumer<DataStream<Rejected>> rejected,
            Consumer<EventRows<CameraFrameRow>> frames,
            Consumer<DataStream<CameraTraffic1m>> traffic,
            Consumer<DataStream<EventLedger1m>> ledger) {
        this(detections, rejected, frames, traffic, ledger, Alerting.NONE);
    }
}
