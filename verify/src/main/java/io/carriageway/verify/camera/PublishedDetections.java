package io.carriageway.verify.camera;

import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.verify.oracle.GenericMessages;
import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.topic.Companion;
import io.carriageway.verify.topic.TopicRun;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Topic detection, which the camera job writes. The oracle gets the detections, read without the job's code. */
record PublishedDetections() implements Companion {

    private static final String[] FRAME = {
        "source_partition", "source_offset", "model_id", "image_width", "image_height"
    };
    private static final String[] SOURCE = {"source_partition", "source_offset"};
    private static final String[] BOX = {"label", "confidence", "x_min", "y_min", "x_max", "y_max"};

    /** Pixels, which the lake stores as floats, in the oracle's form. */
    private static final String BOXES =
            """
            list_sort([{'label': d.label, 'confidence': d.confidence, 'x_min': d.x_min::DOUBLE,
                'y_min': d.y_min::DOUBLE, 'x_max': d.x_max::DOUBLE, 'y_max': d.y_max::DOUBLE}
                FOR d IN detections]) AS detections,
            """;

    @Override
    public void join(TopicRun run) throws Exception {
        run.addTopic(CameraJob.DETECTION, 1);
    }

    @Override
    public void tell(Oracle oracle, TopicRun run) throws Exception {
        var frames = frames(run);
        oracle.insert(
                "frame_detections",
                frames.stream().map(frame -> Oracle.values(frame, FRAME)).toList());
        oracle.insert(
                "detection",
                frames.stream()
                        .flatMap(frame -> boxes(frame).stream().map(box -> row(frame, box)))
                        .toList());
    }

    /** The topic is written at least once, so only the first detections of each frame are used. */
    private static Collection<GenericRecord> frames(TopicRun run) {
        var messages = new GenericMessages("FrameDetections");
        var bySource = new LinkedHashMap<List<Object>, GenericRecord>();
        for (var record : run.topicOf(CameraJob.DETECTION).records()) {
            var frame = messages.read(record.value()).orElseThrow();
            bySource.putIfAbsent(Oracle.values(frame, SOURCE), frame);
        }
        return bySource.values();
    }

    private static Collection<GenericRecord> boxes(GenericRecord frame) {
        return (Collection<GenericRecord>) frame.get("detections");
    }

    private static List<Object> row(GenericRecord frame, GenericRecord box) {
        var row = new ArrayList<>(Oracle.values(frame, SOURCE));
        row.addAll(Oracle.values(box, BOX));
        return row;
    }

    @Override
    public void agree(Oracle oracle) throws SQLException {
        oracle.agreesWithLake(
                "frame_detections", "lake_frame_detections", BOXES + Oracle.times("captured_at", "source_arrival"));
    }
}
