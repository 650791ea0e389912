package io.carriageway.jobs.io.kafka;

import io.carriageway.jobs.io.kafka.ArrivalRange.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks that a topic has all records that a bounded run must read, because missing input must never go unnoticed. */
record TopicHistory(String topic, List<PartitionHistory> partitions) {

    private static final Logger LOG = LoggerFactory.getLogger(TopicHistory.class);

    static TopicHistory of(KafkaClient client, String topic, ArrivalRange range) throws InterruptedException {
        return new TopicHistory(topic, TopicAdmin.ask(client, topic, admin -> partitions(admin, topic, range)));
    }

    /** The number of records in the range. */
    long records() {
        return partitions.stream().mapToLong(PartitionHistory::records).sum();
    }

    /** Fails if part of the range is missing; if gaps are allowed, logs a warning instead. */
    void check(ArrivalRange range) {
        var gaps = gaps(range);
        if (gaps.isEmpty()) {
            return;
        }
        if (range.demand() != Demand.NOTHING) {
            throw new IllegalStateException(
                    "%s; --allow-gaps true uses the available records".formatted(String.join("; ", gaps)));
        }
        gaps.forEach(gap -> LOG.warn("Continuing, because gaps are allowed: {}", gap));
    }

    /** Describes what is missing. */
    List<String> gaps(ArrivalRange range) {
        var gaps = new ArrayList<String>();
        var shortened = partitions.stream()
                .filter(PartitionHistory::mayHaveLostSome)
                .map(PartitionHistory::partition)
                .toList();
        if (!shortened.isEmpty()) {
            gaps.add(
                    "topic %s may have lost records of the range: records that arrived from %s on must be read, but partitions %s begin later, after records that were deleted"
                            .formatted(topic, range.start(), shortened));
        }
        if (range.demand() == Demand.HISTORY) {
            return gaps;
        }
        if (partitions.stream().noneMatch(PartitionHistory::hasSome)) {
            gaps.add("topic %s has no record that arrived from %s to %s".formatted(topic, range.from(), range.end()));
        }
        if (partitions.stream().noneMatch(PartitionHistory::goesOnAfterwards)) {
            gaps.add("topic %s has no record that arrived at %s or later, so records of the range may still come"
                    .formatted(topic, range.end()));
        }
        return gaps;
    }

    private static List<PartitionHistory> partitions(Admin admin, String topic, ArrivalRange range)
            throws ExecutionException, InterruptedException {
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var first = offsets(admin, partitions, OffsetSpec.earliest());
        var next = offsets(admin, partitions, OffsetSpec.latest());
        var start = offsets(admin, partitions, at(range.start()));
        var from = offsets(admin, partitions, at(range.from()));
        var end = offsets(admin, partitions, at(range.end()));
        return partitions.stream()
                .map(partition -> new PartitionHistory(
                        partition.partition(),
                        first.get(partition),
                        next.get(partition),
                        start.get(partition),
                        from.get(partition),
                        end.get(partition)))
                .toList();
    }

    private static OffsetSpec at(Instant time) {
        return OffsetSpec.forTimestamp(time.toEpochMilli());
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
