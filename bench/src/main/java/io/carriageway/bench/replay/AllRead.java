package io.carriageway.bench.replay;

import io.carriageway.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until a live job has read a topic to its end: it has rejected the last record of every partition. */
record AllRead(Sandbox sandbox, JobID job, String deadLetters) {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    void await(Duration limit) throws TimeoutException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (var consumer = consumer()) {
            int refused = 0;
            while (refused < ReportTopic.PARTITIONS) {
                refused += consumer.poll(PATIENCE).count();
                refuseFailure();
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the job has not read its topic within " + limit);
                }
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", sandbox.kafkaBootstrap()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = List.of(new TopicPartition(deadLetters, 0));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private void refuseFailure() {
        var status = sandbox.flink().status(job);
        if (status == JobStatus.FAILING || status == JobStatus.FAILED) {
            throw new IllegalStateException(
                    "the job failed",
                    sandbox.flink().awaitEnd(job, Duration.ofMinutes(1)).orElseThrow());
        }
    }
}
