package io.carriageway.jobs.io.kafka;

import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes elements as Kafka records in Avro single-object encoding. */
final class EventSerializer<T, E extends SpecificRecordBase> implements KafkaRecordSerializationSchema<T> {

    private final String topic;
    private final EventForm<T, E> form;
    private transient SingleObjectCodec<E> codec;

    EventSerializer(String topic, EventForm<T, E> form) {
        this.topic = topic;
        this.form = form;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        codec = new SingleObjectCodec<>(form.record());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T element, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                topic,
                null,
                form.timeMillis().of(element),
                form.key().of(element).getBytes(StandardCharsets.UTF_8),
                codec.encode(form.event().of(element)));
    }
}
