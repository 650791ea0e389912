package io.carriageway.verify.oracle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic as a test sees it: bytes in, all records out. */
public record Topic(String bootstrap, String name) {

    /** The header that names the defect of a record; the job ignores it. */
    private static final String DEFECT = "defect";

    private static final int NO_PARTITION = -1;
    private static final int LONGEST_OUTAGE_MILLIS = 600_000;

    /** One record to send: its partition is that of the key, and null where the key is. */
    public record Sent(byte[] key, byte[] value, long timestampMillis, String defect) {

        public Sent(byte[] key, byte[] value, long timestampMillis) {
            this(key, value, timestampMillis, null);
        }

        /** The same record at another time. */
        public Sent at(long otherMillis) {
            return new Sent(key, value, otherMillis, defect);
        }
    }

    /** The defect of a record; null if it has none. */
    public static String defectOf(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(DEFECT);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The record's key as text; null if it has none. */
    public static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }

    public void send(byte[] key, byte[] value, long timestampMillis) {
        sendAll(List.of(new Sent(key, value, timestampMillis)));
    }

    /** Sends in order and waits until the broker has stored all. */
    public void sendAll(List<Sent> records) {
        sendAllBut(NO_PARTITION, records);
    }

    /** Sends records that do not belong to that partition. */
    public void sendAllBut(int partition, List<Sent> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "max.request.size",
                10 * 1024 * 1024,
                "linger.ms",
                5,
                "acks",
                "all",
                // a new partition may refuse the first request; its retry would then be out of order for ever
                "max.in.flight.requests.per.connection",
                1,
                // the broker may be unavailable
                "delivery.timeout.ms",
                LONGEST_OUTAGE_MILLIS,
                "max.block.ms",
                LONGEST_OUTAGE_MILLIS);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(name).size();
            for (var record : records) {
                if (!mayComeTo(partition, record, partitions)) {
                    var unused = producer.send(new ProducerRecord<>(
                            name, null, record.timestampMillis(), record.key(), record.value(), headers(record)));
                }
            }
            producer.flush();
        }
    }

    /** Of a record without a key, the producer chooses the partition. */
    private static boolean mayComeTo(int partition, Sent record, int partitions) {
        return partition != NO_PARTITION
                && (record.key() == null || BuiltInPartitioner.partitionForKey(record.key(), partitions) == partition);
    }

    private static List<Header> headers(Sent record) {
        return record.defect() == null
                ? List.of()
                : List.of(new RecordHeader(DEFECT, record.defect().getBytes(StandardCharsets.UTF_8)));
    }

    /** The clock of arrivals: the newest arrival of the partition that is farthest behind. */
    public long clockMillis() {
        var newest = new HashMap<Integer, Long>();
        records().forEach(record -> newest.merge(record.partition(), record.timestamp(), Math::max));
        return Collections.min(newest.values());
    }

    /** The newest arrival of the partition that is behind all others, in milliseconds; -1 if one is empty. */
    public long slowestPartitionMillis() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var newest = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .partitions()
                    .forEach(info -> newest.put(new TopicPartition(name, info.partition()), OffsetSpec.maxTimestamp()));
            return admin.listOffsets(newest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::timestamp)
                    .min()
                    .orElseThrow();
        }
    }

    /** Whether a consumer group has committed all offsets that are in the topic now. */
    public boolean isReadBy(String group) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get()
                    .get(name)
                    .partitions()
                    .forEach(info -> ends.put(new TopicPartition(name, info.partition()), OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || read.containsKey(end.getKey())
                                    && read.get(end.getKey()).offset()
                                            >= end.getValue().offset());
        }
    }

    /** Deletes what arrived before a time, as retention does. */
    public void deleteBefore(Instant time) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var partitions = admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                    .collect(Collectors.toMap(
                            info -> new TopicPartition(name, info.partition()),
                            info -> OffsetSpec.forTimestamp(time.toEpochMilli())));
            var deleted = new HashMap<TopicPartition, RecordsToDelete>();
            admin.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach(
                            (partition, first) -> deleted.put(partition, RecordsToDelete.beforeOffset(first.offset())));
            admin.deleteRecords(deleted).all().get();
        }
    }

    /** Every record that is in the topic now, partition by partition. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
