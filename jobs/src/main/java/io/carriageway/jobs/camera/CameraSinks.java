package io.carriageway.jobs.camera;

import io.carriageway.alert.AlertTable;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Connects the pipeline's outputs to Kafka, MySQL and the lake. */
final class CameraSinks {

    private final JobSinks jobSinks;
    private final String detectionTopic;

    private CameraSinks(JobSinks jobSinks, String detectionTopic) {
        this.jobSinks = jobSinks;
        this.detectionTopic = detectionTopic;
    }

    static CameraOutputs of(CameraConfig config, JobSinks jobSinks) {
        var sinks = new CameraSinks(jobSinks, config.topics().detection());
        return new CameraOutputs(
                sinks::detections,
                jobSinks::rejected,
                sinks::frames,
                sinks::traffic,
                jobSinks::ledger,
                AlertSinks.of(jobSinks, config.alerts(), AlertTable.CAMERA_TRAFFIC_1M));
    }

    /** The outputs of a run that redetects. Verdicts, ledger and dead letters were already written by the live job. */
    static CameraOutputs again(CameraConfig config, JobSinks jobSinks) {
        var sinks = new CameraSinks(jobSinks, config.topics().detection());
        var refused = new RefusedFrames(config.resources().replay());
        return new CameraOutputs(
                sinks::detectionsAgain,
                rejected -> sinks.refused(rejected, refused),
                sinks::frames,
                sinks::traffic,
                ledger -> {});
    }

    private void frames(EventRows<CameraFrameRow> rows) {
        jobSinks.events(CameraJob.TOPIC, rows);
    }

    private void traffic(DataStream<CameraTraffic1m> rows) {
        jobSinks.rows(CameraJob.CAMERA_TRAFFIC_1M, rows);
    }

    private void detectionsAgain(DataStream<FrameDetections> detections) {
        jobSinks.made(detections, CameraJob.DETECTION, FrameDetections::getSourcePartition);
    }

    private void refused(DataStream<Rejected> rejected, RefusedFrames refused) {
        var unused = Steps.of(rejected).flatMap("refused-frames", refused, rejected.getType());
    }

    private void detections(DataStream<FrameDetections> detections) {
        var form = EventForm.of(
                        FrameDetections.class,
                        FrameDetections::getCameraId,
                        frame -> frame.getSourceArrival().toEpochMilli(),
                        CameraJob.DETECTION.largestBytes())
                .readByItsTime();
        jobSinks.topic(detections, detectionTopic, form, "detection-topic");
        jobSinks.events(detections, CameraJob.DETECTION, FrameDetections::getSourcePartition);
    }
}
