package io.carriageway.sandbox.demo.totals;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.servers.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the offsets of the demo's topics from the broker: their ends, and the progress of the jobs. It never reads
 * records.
 */
public final class Topics implements AutoCloseable {

    public static final String CAMERA = "camera";
    public static final String TELEMETRY = "vehicle-telemetry";
    public static final String WEATHER = "weather";
    public static final String ACCIDENT = "accident";
    public static final String DETECTION = "detection";
    static final String ALERT = "alert";
    static final String DEAD_LETTER = "dead-letter";

    /** The topics that the simulator writes, each the input of the job that owns it. */
    static final List<String> SIMULATED = names(Suite.owned());

    private static final List<String> WRITTEN_BY_JOBS = Stream.concat(
                    names(Suite.published()).stream(), Stream.of(ALERT, DEAD_LETTER))
            .toList();

    /** As production topics: the jobs warn of a topic that accepts times of the far future. */
    private static final long FARTHEST_AHEAD_MILLIS = Duration.ofHours(1).toMillis();

    private final Admin admin;
    private final Map<String, List<TopicPartition>> partitionsByTopic;

    private Topics(Admin admin, Map<String, List<TopicPartition>> partitionsByTopic) {
        this.admin = admin;
        this.partitionsByTopic = partitionsByTopic;
    }

    /** The dataset of the lake that stores the simulator's records of a topic. */
    static String dataset(String topic) {
        return Suite.owned().stream()
                .filter(owned -> owned.name().equals(topic))
                .map(owned -> owned.dataset().name())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<EventTopic<?, ?>> topics) {
        return topics.stream().map(EventTopic::name).toList();
    }

    public static Topics create(EmbeddedKafka kafka) throws InterruptedException {
        var partitionsByTopic = new LinkedHashMap<String, List<TopicPartition>>();
        for (var topics : List.of(SIMULATED, WRITTEN_BY_JOBS)) {
            for (var topic : topics) {
                partitionsByTopic.put(topic, partitions(topic));
                kafka.createTopic(topic, partitionsByTopic.get(topic).size(), FARTHEST_AHEAD_MILLIS);
            }
        }
        var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()));
        return new Topics(admin, partitionsByTopic);
    }

    private static List<TopicPartition> partitions(String topic) {
        var first = new TopicPartition(topic, 0);
        return topic.equals(CAMERA) ? List.of(first, new TopicPartition(topic, 1)) : List.of(first);
    }

    /** Time between the arrivals of the newest frame and of the newest processed frame. */
    public Duration lag() throws InterruptedException {
        return Duration.ofMillis(Math.max(0, newestMillis(CAMERA) - newestMillis(DETECTION)));
    }

    /** Number of records of each topic, in the order in which they are shown. */
    public Map<String, Long> records() throws InterruptedException {
        var all = new ArrayList<TopicPartition>();
        partitionsByTopic.values().forEach(all::addAll);
        var ends = ask(all, OffsetSpec.latest());
        var records = new LinkedHashMap<String, Long>();
        partitionsByTopic.forEach((topic, partitions) -> records.put(
                topic,
                partitions.stream()
                        .mapToLong(partition -> ends.get(partition).offset())
                        .sum()));
        return records;
    }

    /**
     * Number of records of those topics that a job has read, as of its last checkpoint. A drain emits the rows that it
     * still holds.
     */
    public long read(String group, List<String> topics) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(position -> topics.contains(position.getKey().topic()))
                    .mapToLong(position -> position.getValue() == null
                            ? 0
                            : position.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot read the committed offsets of consumer group " + group, e.getCause());
        }
    }

    private long newestMillis(String topic) throws InterruptedException {
        return ask(partitionsByTopic.get(topic), OffsetSpec.maxTimestamp()).values().stream()
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
            throw new IllegalStateException("cannot read the end offsets of " + partitions, e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
