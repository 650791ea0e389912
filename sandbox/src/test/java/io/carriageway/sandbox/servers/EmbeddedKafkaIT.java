package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class EmbeddedKafkaIT {
    private static final long LONG_AGO = Instant.parse("2019-03-01T08:00:00Z").toEpochMilli();
    private static final long FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    @Test
    void aTopicKeepsTheTimesOfItsProducerPastAndFuture(Sandbox sandbox) throws Exception {
        sandbox.kafka().createTopic("kafka-it-times", 1);

        try (var producer = producer(sandbox)) {
            for (var time : List.of(LONG_AGO, FAR_AHEAD)) {
                producer.send(new ProducerRecord<>("kafka-it-times", 0, time, "key", "sent with " + time))
                        .get();
            }
        }

        assertThat(timesOf(sandbox, "kafka-it-times", 2)).containsExactly(LONG_AGO, FAR_AHEAD);
    }

    @Test
    void aTopicThatNobodyCreatedIsNotThere(Sandbox sandbox) {
        try (var producer = producer(sandbox)) {
            var sent = producer.send(new ProducerRecord<>("kafka-it-typing-error", "key", "value"));
            assertThatThrownBy(sent::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aTopicIsCreatedOnce(Sandbox sandbox) throws Exception {
        sandbox.kafka().createTopic("kafka-it-once", 2);
        assertThatThrownBy(() -> sandbox.kafka().createTopic("kafka-it-once", 2))
                .hasMessageContaining("kafka-it-once");
    }

    private static KafkaProducer<String, String> producer(Sandbox sandbox) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", sandbox.kafkaBootstrap(), "max.block.ms", "2000"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<Long> timesOf(Sandbox sandbox, String topic, int count) {
        var partition = new TopicPartition(topic, 0);
        var times = new ArrayList<Long>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", sandbox.kafkaBootstrap()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (times.size() < count) {
                var records = consumer.poll(Duration.ofSeconds(10));
                assertThat(records.isEmpty()).as("no record for ten seconds").isFalse();
                records.forEach(record -> times.add(record.timestamp()));
            }
        }
        return times;
    }
}
