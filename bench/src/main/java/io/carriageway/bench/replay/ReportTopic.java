package io.carriageway.bench.replay;

import io.carriageway.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic that has been filled with reports.
 *
 * @param reports number of reports in [from, to), without those that {@link #fill} adds behind them
 * @param bytes of their keys and values
 */
record ReportTopic(String name, long reports, long bytes, Instant from, Instant to) {

    static final int PARTITIONS = 4;

    /** A time longer than any bounded run reads beyond its range. */
    private static final Duration MUCH_LATER = Duration.ofHours(12);

    /**
     * Sends reports, then a report made much later, which shows that input continues, and in every partition a record
     * that every job rejects, which marks its end.
     */
    static ReportTopic fill(Sandbox sandbox, String name, CityReports city, long reports) throws Exception {
        sandbox.kafka().createTopic(name, PARTITIONS);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", sandbox.kafkaBootstrap(), "linger.ms", 20, "batch.size", 256 * 1024, "acks", "1");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new Sent();
            city.first(reports, report -> {
                send(producer, name, report);
                sent.add(report);
            });
            var topic = sent.topic(name);
            var later = city.after(
                    Duration.between(topic.from(), topic.to()).plus(MUCH_LATER).plusHours(1));
            send(producer, name, later);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var unused = producer.send(
                        new ProducerRecord<>(name, partition, later.arrivalMillis(), later.key(), new byte[0]));
            }
            producer.flush();
            return topic;
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, CityReports.Report report) {
        var unused =
                producer.send(new ProducerRecord<>(topic, null, report.arrivalMillis(), report.key(), report.value()));
    }

    /** The reports sent so far. */
    private static final class Sent {

        private long reports;
        private long bytes;
        private long firstMillis = Long.MAX_VALUE;
        private long lastMillis = Long.MIN_VALUE;

        void add(CityReports.Report report) {
            reports++;
            bytes += report.key().length + report.value().length;
            firstMillis = Math.min(firstMillis, report.recordedAtMillis());
            lastMillis = Math.max(lastMillis, report.arrivalMillis());
        }

        /** The range consists of whole minutes and includes the last arrival. */
        ReportTopic topic(String name) {
            return new ReportTopic(
                    name,
                    reports,
                    bytes,
                    Instant.ofEpochMilli(firstMillis).truncatedTo(ChronoUnit.MINUTES),
                    Instant.ofEpochMilli(lastMillis)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .plus(1, ChronoUnit.MINUTES));
        }
    }
}
