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
 * The clock of each partition: the newest arrival minus a bound. It uses the arrival and not the Kafka timestamp, which
 * may be any number in a topic of CreateTime. Flink asks for the time of a record, passes the record to the steps
 * chained to the source, and then calls the generator.
 */
final class ArrivalClock implements WatermarkStrategy<RawRecord> {

    private final Duration bound;
    private final Duration idleAfter;
    private final Fetches fetches;

    /** Shared by the assigner and the generators that one subtask's copy of this strategy creates. */
    private transient Passage passage;

    private ArrivalClock(Duration bound, Duration idleAfter, Fetches fetches) {
        this.bound = bound;
        this.idleAfter = idleAfter;
        this.fetches = fetches;
    }

    /**
     * A clock with idleness: a partition that could be read for that time, and had no record, no longer holds back the
     * others.
     *
     * @param fetches the counter of the source that uses this clock
     */
    static ArrivalClock live(Duration bound, Duration idleAfter, Fetches fetches) {
        return new ArrivalClock(bound, idleAfter, fetches);
    }

    /** A clock without idleness, for sources that end. */
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
