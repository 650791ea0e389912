package io.carriageway.sandbox.camera;

import io.carriageway.sandbox.oracle.GenericMessages;
import io.carriageway.sandbox.oracle.Topic;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A run's topics as rows of the oracle's input tables (see oracle/input.sql), read without any code of the job's. */
record JobTopics(CameraRun run) {

    private static final String[] FRAME = {"frame_id", "camera_id", "captured_at", "latitude", "longitude", "image_uri"
    };
    private static final String[] BOX = {"label", "confidence", "x_min", "y_min", "x_max", "y_max"};

    List<List<Object>> records() {
        var frames = new GenericMessages("CameraFrame");
        return run.topic(run.cameraTopic()).records().stream()
                .map(record -> row(record, frames.read(record.value())))
                .toList();
    }

    private static List<Object> row(ConsumerRecord<byte[], byte[]> record, Optional<GenericRecord> frame) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset(), record.timestamp()));
        row.add(Topic.keyOf(record));
        for (var field : FRAME) {
            row.add(frame.map(fields -> plain(fields.get(field))).orElse(null));
        }
        var image = frame.map(fields -> ((ByteBuffer) fields.get("image"))).map(ByteBuffer::array);
        row.add(image.map(DigestUtils::sha256Hex).orElse(null));
        row.add(image.map(bytes -> bytes.length).orElse(null));
        row.add(Topic.defectOf(record));
        return row;
    }

    List<List<Object>> frameDetections() {
        return detections()
                .map(frame -> with(source(frame), frame, "model_id", "image_width", "image_height"))
                .toList();
    }

    List<List<Object>> boxes() {
        return detections()
                .flatMap(frame -> ((Collection<?>) frame.get("detections"))
                        .stream().map(box -> with(source(frame), (GenericRecord) box, BOX)))
                .toList();
    }

    /** The topic is written at least once, so of each frame's detections the first are taken. */
    private Stream<GenericRecord> detections() {
        var bySource = new LinkedHashMap<List<Object>, GenericRecord>();
        messages(run.detectionTopic(), "FrameDetections").forEach(frame -> bySource.putIfAbsent(source(frame), frame));
        return bySource.values().stream();
    }

    private static List<Object> source(GenericRecord frame) {
        return List.of(frame.get("source_partition"), frame.get("source_offset"));
    }

    private Stream<GenericRecord> messages(String topic, String type) {
        var messages = new GenericMessages(type);
        return run.topic(topic).records().stream()
                .map(record -> messages.read(record.value()).orElseThrow());
    }

    private static List<Object> with(List<Object> start, GenericRecord record, String... fields) {
        var row = new ArrayList<>(start);
        for (var field : fields) {
            row.add(plain(record.get(field)));
        }
        return row;
    }

    /** Avro's own strings as Java's; every other value as it is. */
    private static Object plain(Object value) {
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
