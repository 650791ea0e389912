package io.carriageway.jobs.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.count.TrafficCountRules;
import io.carriageway.event.TrafficCount;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.CollectedOutputs;
import io.carriageway.jobs.IgnoredOutputs;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.row.TrafficCountRow;
import io.carriageway.row.TrafficCountTotal;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class TrafficCountPipelineTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final int HOUR = 3_600;

    /** The results, each list in an order of its own data. */
    record Results(
            List<TrafficCountTotal> quarterHours,
            List<TrafficCountTotal> hours,
            List<Long> ledger,
            List<Boolean> late,
            List<String> reasons) {}

    @Test
    void everyCountIsInTheTablesOnceOrAccountedFor() throws Exception {
        var results = run(
                RuntimeExecutionMode.STREAMING,
                0,
                List.of(
                        record(0, "", 0, 60, 1),
                        record(1, "", 0, 900, 1),
                        record(2, "", 0, HOUR, 1),
                        record(3, "", 0, 60, 9), // a duplicate
                        record(4, "", 60, 60, HOUR + 1), // late
                        record(5, "", 1_800, HOUR, 1), // across the hour
                        record(6, "east", 840, 120, 1))); // across the quarter hour
        assertThat(results.quarterHours())
                .extracting(row -> List.of(row.getLane(), row.getWindowStart(), row.getPeriods(), row.getOverlapping()))
                .containsExactly(List.of("", NOON, 1L, 1L));
        assertThat(results.hours())
                .extracting(row -> List.of(row.getLane(), row.getWindowStart(), row.getPeriods(), row.getOverlapping()))
                .containsExactly(List.of("", NOON, 1L, 2L), List.of("east", NOON, 1L, 0L));
        assertThat(results.ledger()).containsExactly(7L, 4L, 1L, 1L, 1L);
        assertThat(results.late()).containsExactly(false, false, false, true, false);
        assertThat(results.reasons()).containsExactly("period-crosses-hour");
    }

    /** If local time is half an hour off UTC, the hours of detectors are too. */
    @Test
    void hoursBeginWhereTheOptionSays() throws Exception {
        var records = List.of(record(0, "", 45 * 60, HOUR, 1), record(1, "", 0, HOUR, 1));
        var results = run(RuntimeExecutionMode.BATCH, 45, records);
        assertThat(results.hours().get(0).getWindowStart()).isEqualTo(NOON.plusSeconds(45 * 60));
        assertThat(results.reasons()).containsExactly("period-crosses-hour");
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        var records = new ArrayList<RawRecord>();
        for (int i = 0; i < 400; i++) {
            int start = random.nextInt(HOUR - 1);
            int seconds = 1 + random.nextInt(Math.min(1 << random.nextInt(12), HOUR - start));
            records.add(record(i, "lane " + i % 2, start, seconds, random.nextInt(HOUR)));
        }
        records.sort(Comparator.comparingLong(record -> record.origin().timeMillis()));
        var streaming = run(RuntimeExecutionMode.STREAMING, 0, records);
        assertThat(streaming.quarterHours()).hasSize(8);
        assertThat(streaming.hours()).hasSize(2);
        assertThat(run(RuntimeExecutionMode.BATCH, 0, records)).isEqualTo(streaming);
    }

    @Test
    void everyOperatorHasAUidEqualToItsName() {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        var records = env.fromData(List.of(record(0, "", 0, 60, 1))).name("any").uid("any");
        TrafficCountPipeline.attach(intake(records, timing(0)), new IgnoredOutputs(), Alerting.NONE);
        assertThat(env.getStreamGraph().getStreamNodes())
                .filteredOn(node -> !node.getOperatorName().startsWith("Source: "))
                .hasSize(12)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
    }

    private static Results run(RuntimeExecutionMode mode, int offsetMinutes, List<RawRecord> records) throws Exception {
        var run = new PipelineRun(mode);
        var outputs = new CollectedOutputs();
        var timing = timing(offsetMinutes);
        TrafficCountPipeline.attach(intake(run.byArrival(records), timing), outputs, Alerting.NONE);
        run.toItsEnd();
        return new Results(
                outputs.rows(TrafficCountJob.QUARTER_HOURS),
                outputs.rows(TrafficCountJob.HOURS),
                PipelineRun.sumOf(outputs.ledger()),
                outputs.events(TrafficCountJob.TOPIC).stream()
                        .map(TrafficCountRow::getLate)
                        .toList(),
                outputs.reasons());
    }

    private static EventTimeConfig timing(int offsetMinutes) {
        return new EventTimeConfig(
                new LatenessConfig(Duration.ofHours(1), Duration.ofMinutes(1)),
                Duration.ofMinutes(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(offsetMinutes));
    }

    private static IntakeStream<TrafficCount> intake(DataStream<RawRecord> records, EventTimeConfig timing) {
        var config = new IntakeConfig<>(new TrafficCountRules(timing.hourOffset()), timing, null);
        return IntakeStream.attach(records, config, TrafficCountJob.TOPIC.type());
    }

    /** A record that arrives that long after the end of its period. */
    private static RawRecord record(long offset, String lane, int start, int seconds, int delaySeconds) {
        var from = NOON.plusSeconds(start);
        var count = new TrafficCount(
                "site", lane, from, seconds, 5, null, null, null, null, null, null, 36.6, null, 52.5, 13.4);
        var arrival = NOON.plusSeconds(start + seconds + delaySeconds);
        return new RawRecord(
                new RecordOrigin("traffic-count", 0, offset, arrival.toEpochMilli()),
                "site".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(TrafficCount.class).encode(count));
    }
}
