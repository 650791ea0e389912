package io.carriageway.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.io.kafka.KafkaClient;
import io.carriageway.jobs.io.kafka.KafkaInput;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that an unavailable broker does not make its partitions idle. */
@ExtendWith(SandboxExtension.class)
class BrokerAwayIT {

    private static final String TOPIC = "broker-away";
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(10);

    /** When a record arrived, and the watermark that it came behind; both in milliseconds. */
    private record Read(long time, long watermark) {}

    @Test
    void aPartitionThatIsBehindIsStillBehindAfterTheBrokerWasAway(Sandbox sandbox) throws Exception {
        sandbox.kafka().createTopic(TOPIC, 2);
        try (var producer = producer(sandbox);
                var reads = reads(sandbox)) {
            assertThat(send(producer, reads, 0, NOON).time()).isEqualTo(NOON.toEpochMilli());
            send(producer, reads, 1, NOON.plusSeconds(7_200));

            sandbox.kafka().stop();
            // the outage: longer than the time after which a silent partition is idle
            TimeUnit.MILLISECONDS.sleep(IDLE_AFTER.plus(IDLE_AFTER.dividedBy(2)).toMillis());
            sandbox.kafka().start();

            send(producer, reads, 1, NOON.plusSeconds(7_260));
            var behind = send(producer, reads, 0, NOON.plusSeconds(60));
            assertThat(behind.watermark()).isLessThan(behind.time());
        }
    }

    private static KafkaProducer<String, String> producer(Sandbox sandbox) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", sandbox.kafkaBootstrap()), new StringSerializer(), new StringSerializer());
    }

    private static CloseableIterator<Read> reads(Sandbox sandbox) throws Exception {
        var env = StreamExecutionEnvironment.createLocalEnvironment(1);
        return new KafkaInput(new KafkaClient(sandbox.kafkaBootstrap(), Map.of()), BOUND, IDLE_AFTER)
                .read(env, TOPIC, TOPIC)
                .process(new WithWatermark())
                .executeAndCollect();
    }

    private static Read send(KafkaProducer<String, String> producer, Iterator<Read> reads, int partition, Instant at)
            throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, partition, at.toEpochMilli(), null, "any"))
                .get();
        return reads.next();
    }

    private static final class WithWatermark extends ProcessFunction<RawRecord, Read> {
        @Override
        public void processElement(RawRecord record, Context context, Collector<Read> out) {
            out.collect(new Read(
                    record.origin().timeMillis(), context.timerService().currentWatermark()));
        }
    }
}
