package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.RawRecord;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawRecordDeserializerTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "1772366400000, 1772366400000",
        "253402300799999, 253402300799999",
        "253402300800000, 0",
        "9223372036854775807, 0"
    })
    void arrivalIsATimeThatTablesHold(long timestamp, long arrivalMillis) {
        var record = new ConsumerRecord<>(
                "camera",
                0,
                7,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
        var out = new Records();
        new RawRecordDeserializer().deserialize(record, out);
        assertThat(out.records)
                .singleElement()
                .satisfies(each -> assertThat(each.origin().timeMillis()).isEqualTo(arrivalMillis));
    }

    private static final class Records implements Collector<RawRecord> {
        private final ArrayList<RawRecord> records = new ArrayList<>();

        @Override
        public void collect(RawRecord record) {
            records.add(record);
        }

        @Override
        public void close() {}
    }
}
