package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.event.DeadLetter;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.TopicRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests rejected records that are larger than the dead-letter topic accepts with Kafka's defaults. */
@ExtendWith(SandboxExtension.class)
class LargeRejectsIT {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final int DEFAULT_LIMIT = 1_048_588;

    private final SingleObjectCodec<WeatherObservation> codec = new SingleObjectCodec<>(WeatherObservation.class);
    private final Sandbox sandbox;

    LargeRejectsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void aLetterHoldsTheBeginningOfItsRecordAndTheJobGoesOn() throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "large_rejects", 1);
        set(run.deadLetterTopic(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(DEFAULT_LIMIT));
        send(run, "st-1", 0);
        sendZeros(run, 25_000_000);
        var nearTheLimit = new byte[10_000_000];
        Arrays.fill(nearTheLimit, (byte) 'x');
        run.sendBytes("st-1", nearTheLimit, NOON.toEpochMilli());
        send(run, "another-station".repeat(100_000), 0);
        send(run, "st-1", 1);

        var job = run.start(1);
        Eventually.holds("three letters", () -> run.deadLetters().size() == 3);
        run.drain(job);

        assertThat(run.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.getDetail().length()).isLessThanOrEqualTo(500);
            assertThat(letter.getPayloadSha256()).hasSize(64);
        });
        assertThat(run.deadLetters())
                .filteredOn(letter -> letter.getReason().equals("record-too-large"))
                .allSatisfy(
                        letter -> assertThat(letter.getPayload().remaining()).isEqualTo(64 * 1024))
                .extracting(DeadLetter::getPayloadLength)
                .containsExactly(25_000_000, 10_000_000);
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(rejected) FROM event_ledger_1m"))
                .containsExactly(List.of("5", "2", "3"));
        assertThat(run.number("SELECT rejected FROM v_rejection WHERE reason = 'key-mismatch'"))
                .isEqualTo(1);
    }

    @Test
    void aTopicThatDoesNotTakeTheLargestLetterIsRefusedAtSubmission() throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "small_letters", 1);
        set(run.deadLetterTopic(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "65536");
        assertThatThrownBy(() -> run.start(1))
                .hasStackTraceContaining("topic dead-letter-small_letters takes records of at most 65536 bytes")
                .hasStackTraceContaining("--add-config max.message.bytes=69084");
        run.with("dead-letter.payload-limit", "10 kb");
        run.sendBytes("st-1", new byte[0], NOON.toEpochMilli());
        var job = run.start(1);
        run.awaitBadEnd();
        run.drain(job);
    }

    @Test
    void aTopicThatRefusesLettersOfOldRecordsIsRefusedAtSubmission() throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "young_letters", 1);
        set(run.deadLetterTopic(), TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, "86400000");
        assertThatThrownBy(() -> run.start(1))
                .hasStackTraceContaining(
                        "topic dead-letter-young_letters refuses records that are older than 86400000 ms")
                .hasStackTraceContaining("message.timestamp.type=LogAppendTime");
    }

    @Test
    void aTopicThatRefusesLettersOfRecordsFromAheadIsRefusedAtSubmission() throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "old_letters", 1);
        set(run.deadLetterTopic(), TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, "3600000");
        assertThatThrownBy(() -> run.start(1))
                .hasStackTraceContaining("topic dead-letter-old_letters refuses records that are more than 3600000 ms")
                .hasStackTraceContaining("but topic " + run.inputTopic() + " takes records up to");
    }

    @Test
    void aTopicThatIsMissingIsRefusedAtSubmission() throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "no_letters", 1).with("topic.dead-letter", "nowhere");
        assertThatThrownBy(() -> run.start(1)).hasStackTraceContaining("cannot read topic nowhere");
    }

    private void send(TopicRun run, String key, int minute) {
        var at = NOON.plusSeconds(60L * minute);
        var observation = WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(at)
                .setLatitude(48.2)
                .setLongitude(16.4)
                .setTemperatureC(20.0)
                .setHumidityPct(50.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
        run.sendBytes(key, codec.encode(observation), at.toEpochMilli());
    }

    /** Zeros that compress to a thousandth; the input topic's limit applies to the compressed size. */
    private void sendZeros(TopicRun run, int length) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                sandbox.kafka().bootstrap(),
                "max.request.size",
                2 * length,
                "compression.type",
                "gzip");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(
                    run.inputTopic(),
                    0,
                    NOON.toEpochMilli(),
                    "st-1".getBytes(StandardCharsets.UTF_8),
                    new byte[length]));
            producer.flush();
        }
    }

    private void set(String topic, String setting, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var operation = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", sandbox.kafka().bootstrap());
        try (var admin = Admin.create(settings)) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                    .all()
                    .get();
        }
    }
}
