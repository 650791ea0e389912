package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * The demo's topics as the broker sees them: how far they reach, and how far the camera job has come. It asks for
 * positions only and never reads a picture.
 */
final class Topics implements AutoCloseable {

    static final String CAMERA = "camera";
    static final String DETECTION = "detection";
    static final String DEAD_LETTER = "dead-letter";
    static final String CAMERA_GROUP = "carriageway-camera";

    private static final List<TopicPartition> CAMERA_PARTITIONS =
            List.of(new TopicPartition(CAMERA, 0), new TopicPartition(CAMERA, 1));
    private static final List<TopicPartition> DETECTION_PARTITIONS = List.of(new TopicPartition(DETECTION, 0));
    private static final List<TopicPartition> DEAD_LETTER_PARTITIONS = List.of(new TopicPartition(DEAD_LETTER, 0));

    private final Admin admin;

    private Topics(Admin admin) {
        this.admin = admin;
    }

    static Topics create(EmbeddedKafka kafka) throws InterruptedException {
        kafka.createTopic(CAMERA, CAMERA_PARTITIONS.size());
        kafka.createTopic(DETECTION, DETECTION_PARTITIONS.size());
        kafka.createTopic(DEAD_LETTER, DEAD_LETTER_PARTITIONS.size());
        return new Topics(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap())));
    }

    Flow flow() throws InterruptedException {
        var newestFrameMillis = newestMillis(CAMERA_PARTITIONS);
        var newestDetectionMillis = newestMillis(DETECTION_PARTITIONS);
        return new Flow(
                records(CAMERA_PARTITIONS),
                records(DETECTION_PARTITIONS),
                records(DEAD_LETTER_PARTITIONS),
                Duration.ofMillis(Math.max(0, newestFrameMillis - newestDetectionMillis)));
    }

    long framesSent() throws InterruptedException {
        return records(CAMERA_PARTITIONS);
    }

    /** Frames that the camera job has read, as of its last checkpoint; what it holds of them a drain brings out. */
    long framesRead() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(CAMERA_GROUP).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(position -> position == null ? 0 : position.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far " + CAMERA_GROUP + " is", e.getCause());
        }
    }

    private long records(List<TopicPartition> partitions) throws InterruptedException {
        return ask(partitions, OffsetSpec.latest()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private long newestMillis(List<TopicPartition> partitions) throws InterruptedException {
        return ask(partitions, OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElseThrow();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ask(List<TopicPartition> partitions, OffsetSpec what)
            throws InterruptedException {
        try {
            return admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> what)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far " + partitions + " reach", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
