package io.carriageway.jobs.io.kafka;

import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Passes records on undecoded; intake decodes them, so that a malformed record gets a verdict and does not fail the
 * source.
 */
final class RawRecordDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        var origin = RecordOrigin.at(record.topic(), record.partition(), record.offset(), record.timestamp());
        out.collect(new RawRecord(origin, record.key(), record.value()));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }
}
