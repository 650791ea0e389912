package io.carriageway.jobs.io.kafka;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Writes contract records to a topic, at least once: consumers drop copies by the record's identity. (Transactions
 * would lose records silently past their timeout.)
 */
public final class EventSink {

    private static final String MAX_REQUEST_BYTES = "20971520";

    private EventSink() {}

    public static <T, E extends SpecificRecordBase> KafkaSink<T> to(
            String bootstrap, String topic, EventForm<T, E> form) {
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new EventSerializer<>(topic, form))
                .setProperty("compression.type", "lz4")
                .setProperty("linger.ms", "20")
                .setProperty("max.request.size", MAX_REQUEST_BYTES)
                .setProperty("delivery.timeout.ms", KafkaOptions.LONGEST_OUTAGE_MILLIS)
                .setProperty("max.block.ms", KafkaOptions.LONGEST_OUTAGE_MILLIS)
                .build();
    }
}
