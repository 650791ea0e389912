package io.carriageway.verify.poison;

import static java.util.stream.Collectors.toMap;

import io.carriageway.event.DeadLetter;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.oracle.JobRun;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.telemetry.TestStreets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The owner job of a topic with one partition, with stores of its own. */
final class PoisonRun extends JobRun {

    private static final int LARGEST_REQUEST = 64 << 20;

    private final PoisonTopic topic;

    PoisonRun(FlinkRuntime runtime, PoisonTopic topic, String name, String registryUrl) throws Exception {
        super(runtime, topic.topic(), name, 1);
        this.topic = topic;
        option("schema.registry.url", registryUrl);
        for (var other : others(topic.job())) {
            createTopic(other.name() + "-" + name, 1);
            option("topic." + other.name(), other.name() + "-" + name);
        }
        if (topic == PoisonTopic.CAMERA) {
            option("frames.buckets", runtime.servers().s3().bucket() + "/" + PictureKinds.FOLDER);
            PictureKinds.putObjects(runtime.servers().s3().bucket());
        }
        if (topic.job().has("network")) {
            roads(runtime);
        }
    }

    /** The other topics of the job. */
    private static List<EventTopic<?, ?>> others(JobDefinition job) {
        return Stream.concat(job.read().stream(), job.published().stream()).toList();
    }

    private void roads(FlinkRuntime runtime) throws Exception {
        var roads = Files.writeString(
                runtime.servers().folder().resolve(name() + ".geojson"),
                TestStreets.geoJson(Instant.parse("2026-01-01T00:00:00Z")));
        option("network", roads.toUri().toString());
    }

    JobID start() throws Exception {
        return start(1, topic.job().attach()::to);
    }

    /** Sends one compressed record, so that the topic's limit applies to the compressed size. */
    void send(Sent record) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                topic(inputTopic()).bootstrap(),
                "max.request.size",
                LARGEST_REQUEST,
                "buffer.memory",
                (long) LARGEST_REQUEST,
                "compression.type",
                "gzip");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new Stamped(inputTopic(), record));
        }
    }

    /** A record with any timestamp. Only Kafka's class rejects one below 0; neither client nor broker does. */
    private static final class Stamped extends ProducerRecord<byte[], byte[]> {
        private final long timestampMillis;

        Stamped(String topic, Sent record) {
            super(topic, 0, record.key(), record.value());
            timestampMillis = record.timestampMillis();
        }

        @Override
        public Long timestamp() {
            return timestampMillis;
        }
    }

    /** Number of rejected records by reason, from the ledger. */
    Map<String, Long> rejections() throws SQLException {
        return new HashMap<>(query("SELECT reason, SUM(rejected) FROM v_rejection GROUP BY reason").stream()
                .collect(toMap(row -> row.get(0), row -> Long.valueOf(row.get(1)))));
    }

    /** The dead letters by the offset of their record. */
    Map<Long, String> reasons() {
        return new HashMap<>(deadLetters().stream()
                .collect(toMap(DeadLetter::getOffset, DeadLetter::getReason, (first, again) -> first)));
    }
}
