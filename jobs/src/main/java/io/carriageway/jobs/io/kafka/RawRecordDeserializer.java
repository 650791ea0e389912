package io.carriageway.jobs.io.kafka;

import io.carriageway.intake.Arrival;
import io.carriageway.intake.FieldRules;
import io.carriageway.intake.RawRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands records on as they are; intake decodes them, so that a bad one is a verdict and not a failed source. */
final class RawRecordDeserializer implements KafkaRecordDeserializationSchema<RawRecord> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        var arrival =
                new Arrival(record.topic(), record.partition(), record.offset(), arrivalMillis(record.timestamp()));
        out.collect(new RawRecord(arrival, record.key(), record.value()));
    }

    /**
     * A topic of CreateTime has whatever its producer wrote, and -1 where it wrote none. No table has a minute outside
     * of 1970 to 9999, so the nearest time within takes its place, of which intake refuses the event.
     */
    private static long arrivalMillis(long timestamp) {
        return Math.max(0, Math.min(timestamp, FieldRules.LATEST.toEpochMilli()));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }
}
