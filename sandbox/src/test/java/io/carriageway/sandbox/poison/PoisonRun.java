package io.carriageway.sandbox.poison;

import static java.util.stream.Collectors.toMap;

import io.carriageway.event.DeadLetter;
import io.carriageway.sandbox.JobPlace;
import io.carriageway.sandbox.oracle.JobRun;
import io.carriageway.sandbox.oracle.Topic.Sent;
import io.carriageway.sandbox.telemetry.TestStreets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The owner job of a topic of one partition, with stores of its own. */
final class PoisonRun extends JobRun {

    private static final int LARGEST_REQUEST = 64 << 20;

    private final PoisonTopic topic;

    PoisonRun(JobPlace place, PoisonTopic topic, String name, String registryUrl) throws Exception {
        super(place, topic.topic(), name, 1);
        this.topic = topic;
        option("schema.registry.url", registryUrl);
        switch (topic) {
            case CAMERA -> {
                createTopic("detection-" + name, 1);
                option("topic.detection", "detection-" + name);
                option("frames.buckets", place.servers().s3().bucket());
                PictureKinds.putObjects(place.servers().s3().bucket());
            }
            case VEHICLE_TELEMETRY -> roads(place);
            case ACCIDENT -> {
                createTopic("weather-" + name, 1);
                option("topic.weather", "weather-" + name);
                roads(place);
            }
            case WEATHER -> {}
        }
    }

    private void roads(JobPlace place) throws Exception {
        var roads = Files.writeString(
                place.servers().folder().resolve(name() + ".geojson"),
                TestStreets.geoJson(Instant.parse("2026-01-01T00:00:00Z")));
        option("network", roads.toUri().toString());
    }

    JobID start() throws Exception {
        return start(1, topic.job());
    }

    /** Sends one record, compressed, so that the topic's limit is on what it takes up there. */
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
            var unused = producer.send(
                    new ProducerRecord<>(inputTopic(), 0, record.timestampMillis(), record.key(), record.value()));
        }
    }

    /** By the offset of the record. */
    Map<Long, String> reasons() {
        return new HashMap<>(deadLetters().stream()
                .collect(toMap(DeadLetter::getOffset, DeadLetter::getReason, (first, again) -> first)));
    }
}
