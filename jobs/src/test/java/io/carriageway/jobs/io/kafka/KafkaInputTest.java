package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.Arrival;
import io.carriageway.intake.RawRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class KafkaInputTest {

    private static final long NOON = 1_772_366_400_000L;
    private static final long BOUND = 5_000;

    @Test
    void aTimestampThatIsNoArrivalLeavesTheWatermarkWhereItIs() {
        assertThat(watermarks(NOON, Long.MAX_VALUE, -1, 253_402_300_800_000L, NOON + 60_000))
                .containsExactly(
                        NOON - BOUND - 1,
                        NOON - BOUND - 1,
                        NOON - BOUND - 1,
                        NOON - BOUND - 1,
                        NOON + 60_000 - BOUND - 1);
    }

    /** The watermark after each record, of which Flink has the Kafka timestamp. */
    private static List<Long> watermarks(long... timestamps) {
        var clock = new KafkaInput("", Duration.ofMillis(BOUND), Duration.ofMinutes(1)).arrivalClock();
        var assigner = clock.createTimestampAssigner(null);
        var generator = clock.createWatermarkGenerator(null);
        var output = new Watermarks();
        for (long timestamp : timestamps) {
            var record = new RawRecord(Arrival.at("camera", 0, 0, timestamp), null, null);
            generator.onEvent(record, assigner.extractTimestamp(record, timestamp), output);
            generator.onPeriodicEmit(output);
        }
        return output.millis;
    }

    private static final class Watermarks implements WatermarkOutput {
        private final List<Long> millis = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            millis.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
