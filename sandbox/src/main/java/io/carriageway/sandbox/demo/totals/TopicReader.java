package io.carriageway.sandbox.demo.totals;

import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic of one partition from its beginning, a few records at a time. */
public final class TopicReader<T extends SpecificRecordBase> implements AutoCloseable {

    private static final int RECORDS_AT_ONCE = 50;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final SingleObjectCodec<T> codec;

    public TopicReader(String bootstrap, String topic, Class<T> type) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "max.poll.records", RECORDS_AT_ONCE),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partition = new TopicPartition(topic, 0);
        codec = new SingleObjectCodec<>(type);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** The next records; empty if none came within the time. */
    public List<T> next(Duration patience) {
        var values = new ArrayList<T>();
        for (var record : consumer.poll(patience)) {
            if (codec.decode(record.value()) instanceof Decoded.Value<T> decoded) {
                values.add(decoded.value());
            } else {
                throw new IllegalStateException("record " + record.offset() + " of " + partition + " is not readable");
            }
        }
        return values;
    }

    /** Whether every record that is in the topic now has been read. */
    public boolean atEnd() {
        return consumer.position(partition)
                >= consumer.endOffsets(List.of(partition)).get(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
