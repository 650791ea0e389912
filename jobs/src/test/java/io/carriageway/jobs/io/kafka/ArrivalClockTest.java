package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {

    private static final long NOON = 1_772_366_400_000L;
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(30);
    private static final Duration EMITS = Duration.ofMillis(200);

    private final ManualClock time = new ManualClock();
    private final Told told = new Told();
    private final Fetches fetches = new Fetches();
    private final ArrivalClock clock = ArrivalClock.live(BOUND, IDLE_AFTER, fetches);
    private final TimestampAssigner<RawRecord> assigner = clock.createTimestampAssigner(null);
    private final WatermarkGenerator<RawRecord> generator = clock.createWatermarkGenerator(context());

    private long answered;
    private boolean isBrokerThere = true;

    /** Passes a client's metrics to the reporter when they are created, as Kafka does. */
    @BeforeEach
    void aConsumerIsMade() {
        create(fetches);
    }

    private void create(Fetches fetches) {
        try (var reporter = new Fetches.Reporter()) {
            reporter.configure(settings(fetches));
            var name = new MetricName("fetch-total", "consumer-fetch-manager-metrics", "", Map.of());
            reporter.metricChange(new KafkaMetric(
                    this, name, (Measurable) (config, now) -> answered, new MetricConfig(), Time.SYSTEM));
        }
    }

    private static Map<String, Object> settings(Fetches fetches) {
        var settings = new HashMap<String, Object>();
        fetches.settings().forEach((key, value) -> settings.put((String) key, value));
        return settings;
    }

    @Test
    void aTimestampThatIsNoArrivalLeavesTheWatermarkWhereItIs() {
        for (long timestamp : List.of(NOON, Long.MAX_VALUE, -1L, 253_402_300_800_000L, NOON + 60_000)) {
            read(timestamp);
            generator.onPeriodicEmit(told);
        }
        long first = NOON - BOUND.toMillis() - 1;
        assertThat(told.news).containsExactly(first, first, first, first, first + 60_000);
    }

    @Test
    void aPartitionThatHasNothingForSoLongIsIdle() {
        read(NOON);
        pass(IDLE_AFTER.minusSeconds(1));
        assertThat(told.news).doesNotContain("idle");
        pass(Duration.ofSeconds(2));
        assertThat(told.news).contains("idle");
    }

    /** The source's timers run while a model is loaded in a step chained to the source. */
    @Test
    void aPartitionIsNotIdleWhileARecordIsOnItsWay() {
        read(NOON);
        assigner.extractTimestamp(record(NOON + 1_000), NOON + 1_000);
        pass(IDLE_AFTER.multipliedBy(3));
        generator.onEvent(record(NOON + 1_000), NOON + 1_000, told);
        pass(IDLE_AFTER.minusSeconds(1));
        assertThat(told.news).doesNotContain("idle");
        pass(Duration.ofSeconds(2));
        assertThat(told.news).contains("idle");
    }

    @Test
    void noPartitionOfASubtaskIsIdleWhileARecordOfAnotherIsOnItsWay() {
        var other = clock.createWatermarkGenerator(context());
        read(NOON);
        assigner.extractTimestamp(record(NOON), NOON);
        for (int emit = 0; emit < 1_000; emit++) {
            time.advanceTime(EMITS);
            answered++;
            other.onPeriodicEmit(told);
        }
        assertThat(told.news).doesNotContain("idle");
    }

    /** Whether unread records exist is unknown. */
    @Test
    void timeInWhichNoBrokerAnswersIsNotSilence() {
        read(NOON);
        isBrokerThere = false;
        pass(IDLE_AFTER.multipliedBy(4));
        isBrokerThere = true;
        pass(IDLE_AFTER.minusSeconds(2));
        assertThat(told.news).doesNotContain("idle");
        pass(Duration.ofSeconds(3));
        assertThat(told.news).contains("idle");
    }

    /** If there are more subtasks than partitions, those without would hold back every window for ever. */
    @Test
    void aSubtaskWithoutPartitionsIsIdleThoughNoBrokerAnswersIt() {
        var alone = ArrivalClock.live(BOUND, IDLE_AFTER, new Fetches()).createWatermarkGenerator(context());
        for (var gone = Duration.ZERO; gone.compareTo(IDLE_AFTER.multipliedBy(2)) < 0; gone = gone.plus(EMITS)) {
            time.advanceTime(EMITS);
            alone.onPeriodicEmit(told);
        }
        assertThat(told.news).contains("idle");
    }

    /** While a subtask waits for its partition, others may already have read theirs to the end. */
    @Test
    void aSubtaskIsNotIdleBeforeItGetsItsFirstPartition() {
        var late = new Fetches();
        var own = ArrivalClock.live(BOUND, Duration.ofSeconds(1), late).createWatermarkGenerator(context());
        for (var gone = Duration.ZERO; gone.compareTo(Duration.ofSeconds(8)) < 0; gone = gone.plus(EMITS)) {
            time.advanceTime(EMITS);
            own.onPeriodicEmit(told);
        }
        create(late);
        time.advanceTime(EMITS);
        own.onPeriodicEmit(told);
        assertThat(told.news).doesNotContain("idle");
    }

    /** During a checkpoint the task's thread may wait for a broker for minutes; then timers run before records. */
    @Test
    void timeInWhichTheThreadWasAwayIsNotSilence() {
        read(NOON);
        pass(Duration.ofSeconds(2));
        time.advanceTime(IDLE_AFTER.multipliedBy(4));
        pass(Duration.ofSeconds(2));
        assertThat(told.news).doesNotContain("idle");
    }

    @Test
    void aBoundedRunTakesNoPartitionForIdle() {
        var bounded = ArrivalClock.bounded(BOUND).createWatermarkGenerator(context());
        time.advanceTime(IDLE_AFTER.multipliedBy(9));
        bounded.onPeriodicEmit(told);
        assertThat(told.news).doesNotContain("idle");
    }

    private void read(long timestamp) {
        var record = record(timestamp);
        generator.onEvent(record, assigner.extractTimestamp(record, timestamp), told);
    }

    /**
     * Lets time pass: Flink asks every fifth of a second, and a broker without records answers about every second time.
     */
    private void pass(Duration silence) {
        for (var gone = Duration.ZERO; gone.compareTo(silence) < 0; gone = gone.plus(EMITS)) {
            time.advanceTime(EMITS);
            if (isBrokerThere && gone.toMillis() % 400 == 0) {
                answered++;
            }
            generator.onPeriodicEmit(told);
        }
    }

    private static RawRecord record(long timestamp) {
        return new RawRecord(RecordOrigin.at("camera", 0, 0, timestamp), null, null);
    }

    private WatermarkGeneratorSupplier.Context context() {
        return new WatermarkGeneratorSupplier.Context() {
            @Override
            public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
            }

            @Override
            public RelativeClock getInputActivityClock() {
                return time;
            }
        };
    }

    /** Records watermarks, in milliseconds, and idleness. */
    private static final class Told implements WatermarkOutput {
        private final List<Object> news = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            news.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            news.add("idle");
        }

        @Override
        public void markActive() {
            news.add("active");
        }
    }
}
