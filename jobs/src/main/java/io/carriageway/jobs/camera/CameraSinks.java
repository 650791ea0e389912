package io.carriageway.jobs.camera;

import io.carriageway.alert.AlertTable;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.Aggregate;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.JobOutputs;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.vision.model.VehicleFinder;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class CameraSinks {

    private static final Aggregate<CameraTraffic1m> TRAFFIC =
            Aggregate.of("camera_traffic_1m", CameraTraffic1m.class, "window_start", "camera_id", "window_start");

    /** No frame's detections are larger: {@link VehicleFinder#MOST_VEHICLES} of 35 bytes, ids, and what Kafka adds. */
    private static final int DETECTIONS_BYTES = 35 * VehicleFinder.MOST_VEHICLES + 4096;

    private final JobOutputs outputs;
    private final String detectionTopic;

    private CameraSinks(JobOutputs outputs, String detectionTopic) {
        this.outputs = outputs;
        this.detectionTopic = detectionTopic;
    }

    static CameraOutputs of(CameraConfig config, JobOutputs outputs) {
        var sinks = new CameraSinks(outputs, config.topics().detection());
        return new CameraOutputs(
                sinks::detections,
                outputs::deadLetters,
                sinks::frames,
                sinks::traffic,
                outputs::ledger,
                AlertSinks.of(outputs, config.alerts(), AlertTable.CAMERA_TRAFFIC_1M));
    }

    /** Of a run that looks at frames again: the verdicts are given, and their ledger and letters are written. */
    static CameraOutputs again(CameraConfig config, JobOutputs outputs) {
        var sinks = new CameraSinks(outputs, config.topics().detection());
        var refused = new RefusedFrames(config.stores().replay());
        return new CameraOutputs(
                sinks::detectionsAgain,
                rejected -> sinks.refused(rejected, refused),
                sinks::frames,
                sinks::traffic,
                ledger -> {});
    }

    private void frames(EventRows<CameraFrameRow> rows) {
        outputs.events(rows, EventDataset.CAMERA.dataset(), CameraFrameRow::getPartition, "camera");
    }

    private void traffic(DataStream<CameraTraffic1m> rows) {
        outputs.aggregate(rows, TRAFFIC, "camera-traffic-1m");
    }

    private void detectionsAgain(DataStream<FrameDetections> detections) {
        outputs.made(detections, EventDataset.DETECTION.dataset(), FrameDetections::getSourcePartition, "detection");
    }

    private void refused(DataStream<Rejected> rejected, RefusedFrames refused) {
        var unused = rejected.flatMap(refused).name("refused-frames").uid("refused-frames");
    }

    private void detections(DataStream<FrameDetections> detections) {
        var form = EventForm.of(
                FrameDetections.class,
                FrameDetections::getCameraId,
                frame -> frame.getSourceArrival().toEpochMilli(),
                DETECTIONS_BYTES);
        outputs.topic(detections, detectionTopic, form, "detection-topic");
        outputs.events(detections, EventDataset.DETECTION.dataset(), FrameDetections::getSourcePartition, "detection");
    }
}
