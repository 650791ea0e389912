package io.carriageway.jobs.camera;

import io.carriageway.event.DeadLetter;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.io.jdbc.UpsertSink;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.io.kafka.EventSink;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.row.EventLedger1m;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class CameraSinks {

    private static final UpsertTable<CameraTraffic1m> TRAFFIC =
            UpsertTable.of("camera_traffic_1m", CameraTraffic1m.getClassSchema(), List.of("camera_id", "window_start"));
    private static final UpsertTable<EventLedger1m> LEDGER =
            UpsertTable.of("event_ledger_1m", EventLedger1m.getClassSchema(), List.of("topic", "minute"));

    private final CameraConfig config;

    private CameraSinks(CameraConfig config) {
        this.config = config;
    }

    static CameraOutputs of(CameraConfig config) {
        var sinks = new CameraSinks(config);
        return new CameraOutputs(sinks::detections, sinks::rejected, sinks::frames, sinks::traffic, sinks::ledger);
    }

    private void detections(DataStream<FrameDetections> detections) {
        var form = EventForm.of(FrameDetections.class, FrameDetections::getCameraId, frame -> frame.getSourceArrival()
                .toEpochMilli());
        write(
                detections,
                EventSink.to(config.kafka().bootstrap(), config.topics().detection(), form),
                "detection-topic");
        write(
                detections,
                config.lake().dataset("detection", FrameDetections.class, FrameDetections::getCapturedAt),
                "detection-lake");
    }

    private void rejected(DataStream<Rejected> rejected) {
        var letters = rejected.map(record -> record.deadLetter(false))
                .returns(DeadLetter.class)
                .name("dead-letter")
                .uid("dead-letter");
        var form = EventForm.of(
                DeadLetter.class,
                letter -> letter.getTopic() + "/" + letter.getPartition(),
                letter -> letter.getArrivalTime().toEpochMilli());
        write(
                letters,
                EventSink.to(config.kafka().bootstrap(), config.topics().deadLetter(), form),
                "dead-letter-topic");
    }

    private void frames(DataStream<CameraFrameRow> frames) {
        write(
                frames,
                config.lake().dataset("camera", CameraFrameRow.class, CameraFrameRow::getCapturedAt),
                "camera-lake");
    }

    private void traffic(DataStream<CameraTraffic1m> rows) {
        write(rows, new UpsertSink<>(config.mysql(), TRAFFIC), "camera-traffic-1m-table");
        var finals = rows.filter(CameraTraffic1m::getComplete)
                .name("camera-traffic-1m-final")
                .uid("camera-traffic-1m-final");
        write(
                finals,
                config.lake().dataset("camera_traffic_1m", CameraTraffic1m.class, CameraTraffic1m::getWindowStart),
                "camera-traffic-1m-lake");
    }

    private void ledger(DataStream<EventLedger1m> rows) {
        write(rows, new UpsertSink<>(config.mysql(), LEDGER), "event-ledger-1m-table");
    }

    private static <T> void write(DataStream<T> rows, Sink<T> sink, String name) {
        var unused = rows.sinkTo(sink).name(name).uid(name);
    }
}
