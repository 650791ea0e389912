package io.carriageway.jobs.camera;

import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class CameraSinks {

    private static final UpsertTable<CameraTraffic1m> TRAFFIC = UpsertTable.of(
            "camera_traffic_1m",
            CameraTraffic1m.getClassSchema(),
            List.of("camera_id", "window_start"),
            "window_start");

    private final JobStores stores;
    private final String detectionTopic;

    private CameraSinks(JobStores stores, String detectionTopic) {
        this.stores = stores;
        this.detectionTopic = detectionTopic;
    }

    static CameraOutputs of(CameraConfig config) {
        var stores = config.stores();
        var sinks = new CameraSinks(stores, config.topics().detection());
        return new CameraOutputs(
                sinks::detections,
                rejected -> stores.deadLetters(rejected, false),
                sinks::frames,
                sinks::traffic,
                stores::ledger,
                AlertSinks.of(stores, config.alerts()));
    }

    private void detections(DataStream<FrameDetections> detections) {
        var form = EventForm.of(FrameDetections.class, FrameDetections::getCameraId, frame -> frame.getSourceArrival()
                .toEpochMilli());
        stores.topic(detections, detectionTopic, form, "detection-topic");
        stores.dataset(detections, "detection", FrameDetections.class, FrameDetections::getCapturedAt, "detection");
    }

    private void frames(DataStream<CameraFrameRow> frames) {
        stores.dataset(frames, "camera", CameraFrameRow.class, CameraFrameRow::getCapturedAt, "camera");
    }

    private void traffic(DataStream<CameraTraffic1m> rows) {
        stores.table(rows, TRAFFIC, "camera-traffic-1m");
        stores.finals(
                rows,
                CameraTraffic1m::getComplete,
                "camera_traffic_1m",
                CameraTraffic1m.class,
                CameraTraffic1m::getWindowStart,
                "camera-traffic-1m");
    }
}
