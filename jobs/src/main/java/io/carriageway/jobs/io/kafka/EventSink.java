package io.carriageway.jobs.io.kafka;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes contract records to a topic, at least once. Consumers drop duplicates by the record's identity. (Transactions
 * would silently lose records after their timeout.)
 */
public final class EventSink {

    /** Above the largest dead letter that the options allow. */
    private static final int MAX_REQUEST_BYTES = 20 * 1024 * 1024;

    private EventSink() {}

    /**
     * The sink of an existing topic, which accepts records as large as the form allows, and as far ahead of the
     * broker's clock as the inputs do.
     *
     * @param client of the topic's cluster
     * @param inputs topics whose records have the timestamps that are written
     * @throws IllegalStateException if the topic does not exist or does not accept them
     */
    public static <T, E extends SpecificRecordBase> KafkaSink<T> to(
            KafkaClient client, String topic, EventForm<T, E> form, InputTopics inputs) {
        OutputTopic.requireRoom(client, topic, form.limits(), inputs);
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(client.settings())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new EventSerializer<>(topic, form))
                .setProperty("compression.type", "lz4")
                .setProperty("linger.ms", "20")
                .setProperty("max.request.size", String.valueOf(MAX_REQUEST_BYTES))
                .setProperty("delivery.timeout.ms", KafkaOptions.LONGEST_OUTAGE_MILLIS)
                .setProperty("max.block.ms", KafkaOptions.LONGEST_OUTAGE_MILLIS)
                .build();
    }
}
