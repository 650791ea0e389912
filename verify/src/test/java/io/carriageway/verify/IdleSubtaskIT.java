package io.carriageway.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.io.kafka.KafkaClient;
import io.carriageway.jobs.io.kafka.KafkaInput;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that subtasks of a source without a partition do not hold back the watermark. */
@ExtendWith(SandboxExtension.class)
class IdleSubtaskIT {

    private static final String TOPIC = "idle-subtask";
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(2);

    @Test
    @Timeout(90)
    void timeGoesOnWhereASubtaskHasNoPartition(Sandbox sandbox) throws Exception {
        sandbox.kafka().createTopic(TOPIC, 1);
        var env = StreamExecutionEnvironment.createLocalEnvironment(2);
        try (var producer = producer(sandbox);
                var passed = new KafkaInput(new KafkaClient(sandbox.kafkaBootstrap(), Map.of()), BOUND, IDLE_AFTER)
                        .read(env, TOPIC, TOPIC)
                        .keyBy(record -> record.origin().topic())
                        .process(new TimesPassed())
                        .executeAndCollect()) {
            send(producer, NOON);
            send(producer, NOON.plusSeconds(60));
            assertThat(passed.next()).isEqualTo(NOON.toEpochMilli());
        }
    }

    private static KafkaProducer<String, String> producer(Sandbox sandbox) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", sandbox.kafkaBootstrap()), new StringSerializer(), new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, Instant at) throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, 0, at.toEpochMilli(), null, "any"))
                .get();
    }

    /** Emits the arrival of each record, in milliseconds, when the watermark has passed it. */
    private static final class TimesPassed extends KeyedProcessFunction<String, RawRecord, Long> {

        @Override
        public void processElement(RawRecord record, Context context, Collector<Long> out) {
            context.timerService().registerEventTimeTimer(record.origin().timeMillis());
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<Long> out) {
            out.collect(time);
        }
    }
}
