package io.carriageway.jobs.io.kafka;

import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.io.kafka.SilenceClock.Passage;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * The clock of each partition: the newest arrival less a bound. It uses the arrival and not the Kafka timestamp, which
 * in a topic of CreateTime may be any number. Flink asks for the time of a record, hands it to the steps chained to the
 * source, and then tells the generator of it.
 */
final class ArrivalClock implements WatermarkStrategy<RawRecord> {

    private final Duration bound;
    private final Duration idleAfter;
    private final Fetches fetches;

    /** Shared by what one subtask's copy of this strategy creates. */
    private transient Passage passage;

    private ArrivalClock(Duration bound, Duration idleAfter, Fetches fetches) {
        this.bound = bound;
        this.idleAfter = idleAfter;
        this.fetches = fetches;
    }

    /**
     * A partition that could be read for so long, and had nothing, no longer holds back the others.
     *
     * @param fetches of the source that this clock is given to
     */
    static ArrivalClock live(Duration bound, Duration idleAfter, Fetches fetches) {
        return new ArrivalClock(bound, idleAfter, fetches);
    }

    /** No partition is taken for idle, however long it is read. */
    static ArrivalClock bounded(Duration bound) {
        return new ArrivalClock(bound, null, null);
    }

    private Passage passage() {
        if (passage == null) {
            passage = new Passage();
        }
        return passage;
    }

    @Override
    public TimestampAssigner<RawRecord> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        var records = passage();
        return (record, timestamp) -> {
            records.begin();
            return record.origin().timeMillis();
        };
    }

    @Override
    public WatermarkGenerator<RawRecord> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        var arrivals = new Taken(new BoundedOutOfOrdernessWatermarks<>(bound), passage());
        return idleAfter == null
                ? arrivals
                : new WatermarksWithIdleness<>(
                        arrivals, idleAfter, new SilenceClock(context.getInputActivityClock(), passage(), fetches));
    }

    private record Taken(WatermarkGenerator<RawRecord> arrivals, Passage records)
            implements WatermarkGenerator<RawRecord> {

        @Override
        public void onEvent(RawRecord record, long time, WatermarkOutput output) {
            records.end();
            arrivals.onEvent(record, time, output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            arrivals.onPeriodicEmit(output);
        }
    }
}
