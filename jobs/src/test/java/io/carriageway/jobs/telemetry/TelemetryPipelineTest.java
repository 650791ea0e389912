package io.carriageway.jobs.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.alert.AlertRules;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.roads.RoadFile;
import io.carriageway.geo.roads.RoadRules;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.row.AlertRow;
import io.carriageway.row.EventLedger1m;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.VehicleTelemetryRow;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.telemetry.TelemetryRules;
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

class TelemetryPipelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration JOURNEY_GAP = Duration.ofMinutes(1);
    private static final EventTimeConfig TIMING = new EventTimeConfig(
            new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1)),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1));

    /** A two-way street along a parallel, 6.8 km long. */
    private static final String STREET =
            """
            {"type": "FeatureCollection", "features": [{"type": "Feature",
             "properties": {"segment_id": "east", "reverse_segment_id": "west", "free_flow_kmh": 50},
             "geometry": {"type": "LineString", "coordinates": [[13.0, 52.0], [13.1, 52.0]]}}]}
            """;

    /** The results, each list in an order of its own data. */
    record Results(
            List<SegmentSpeed1m> speeds,
            List<TelemetryMatch1m> matches,
            List<Journey> journeys,
            List<EventLedger1m> ledger,
            List<VehicleTelemetryRow> reports,
            List<String> reasons) {}

    @Test
    void everyReportIsCountedOnceOrAccountedFor() throws Exception {
        var results = run(
                RuntimeExecutionMode.STREAMING,
                List.of(
                        record(0, report("v-1", 0, 13.01, 90.0), 1),
                        record(1, report("v-1", 20, 13.02, 91.0), 1),
                        record(2, report("v-1", 20, 13.02, 91.0), 2),
                        record(3, report("v-2", 21, 13.02, 270.0), 1),
                        record(4, report("v-2", 30, 13.02, 0.0), 1),
                        record(5, report("v-2", 31, 14.0, 270.0), 1),
                        record(6, report("v-3", 32, 13.02, 90.0), 700),
                        record(7, report("v-3", 33, 13.02, 360.5), 1)));
        assertThat(results.speeds())
                .extracting(row -> List.of(row.getSegmentId(), row.getSamples(), row.getVehicles(), row.getP50Kmh()))
                .containsExactly(List.of("east", 2L, 1L, 30), List.of("west", 1L, 1L, 30));
        assertThat(results.matches()).containsExactly(new TelemetryMatch1m(START, 5L, 3L, 0L, 1L, 1L, 5L, 0, true));
        assertThat(results.journeys())
                .extracting(Journey::getVehicleId, Journey::getSamples, Journey::getDistanceM, Journey::getImplausible)
                .containsExactly(tuple("v-1", 2L, 685L, 0L), tuple("v-2", 3L, 0L, 1L));
        assertThat(PipelineRun.sumOf(results.ledger())).containsExactly(8L, 5L, 1L, 1L, 1L);
        assertThat(results.reports())
                .extracting(VehicleTelemetryRow::getOffset)
                .containsExactly(0L, 1L, 3L, 4L, 5L, 6L);
        assertThat(results.reports()).filteredOn(VehicleTelemetryRow::getLate).hasSize(1);
        assertThat(results.reasons()).containsExactly("heading-deg-out-of-range");
    }

    @Test
    void aReportWithoutSpeedIsInJourneysAndTheLakeAndInNoSegment() throws Exception {
        var silent = report("v-1", 20, 13.02, 360.0);
        silent.setSpeedKmh(null);
        var results = run(
                RuntimeExecutionMode.STREAMING,
                List.of(record(0, report("v-1", 0, 13.01, 90.0), 1), record(1, silent, 1)));
        assertThat(results.speeds()).extracting(SegmentSpeed1m::getSamples).containsExactly(1L);
        assertThat(results.matches()).containsExactly(new TelemetryMatch1m(START, 2L, 1L, 1L, 0L, 0L, 2L, 0, true));
        assertThat(results.journeys())
                .extracting(Journey::getSamples, Journey::getDistanceM, Journey::getSpeedMaxMh)
                .containsExactly(tuple(2L, 685L, 30_000L));
        assertThat(results.reports())
                .extracting(VehicleTelemetryRow::getSpeedKmh, VehicleTelemetryRow::getHeadingDeg)
                .containsExactly(tuple(30.0, 90.0), tuple(null, 0.0));
        assertThat(results.reasons()).isEmpty();
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        var records = new ArrayList<RawRecord>();
        for (int i = 0; i < 2_000; i++) {
            var heading = random.nextInt(5) == 0 ? null : Double.valueOf(random.nextDouble(360));
            var report =
                    report("v-" + random.nextInt(20), random.nextLong(40 * 60), 13 + random.nextDouble(0.11), heading);
            report.setSpeedKmh(random.nextInt(9) == 0 ? null : Double.valueOf(random.nextDouble(90)));
            records.add(record(i, report, random.nextInt(11 * 60)));
        }
        records.sort(Comparator.comparing(record -> record.origin().timeMillis()));
        var batch = run(RuntimeExecutionMode.BATCH, records);
        assertThat(batch.journeys()).hasSizeGreaterThan(20);
        assertThat(run(RuntimeExecutionMode.STREAMING, records)).isEqualTo(batch);
    }

    @Test
    void rulesRaiseAlertsOnTheRowsOfSegments() throws Exception {
        var rules = AlertRules.parse(
                """
                - {id: many, version: 1, effective_from: 2026-01-01T00:00:00Z, table: segment_speed_1m, kind: threshold,
                   metric: samples, above: 1}
                """
                        .getBytes(StandardCharsets.UTF_8),
                "test.yaml");
        var run = new PipelineRun(RuntimeExecutionMode.STREAMING);
        var alerts = new Output<AlertRow>();
        TelemetryPipeline.attach(
                intake(run.byArrival(List.of(
                        record(0, report("v-1", 0, 13.01, 90.0), 1), record(1, report("v-1", 20, 13.02, 91.0), 1)))),
                network(),
                new MatchConfig(30, 45),
                JOURNEY_GAP,
                new TelemetryOutputs(
                        ignored -> {},
                        ignored -> {},
                        ignored -> {},
                        ignored -> {},
                        ignored -> {},
                        ignored -> {},
                        new Alerting(rules, alerts, ignored -> {})));
        run.toItsEnd();
        assertThat(alerts.sorted(Comparator.comparing(AlertRow::getRaisedAt)))
                .extracting(AlertRow::getSourceTable, AlertRow::getValueMilli)
                .containsExactly(tuple("segment_speed_1m", 2_000L));
    }

    @Test
    void everyOperatorHasAUidEqualToItsName() throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        TelemetryPipeline.attach(
                intake(env.fromData(List.of(record(0, report("v-1", 0, 13.01, 90.0), 1)))
                        .name("records")
                        .uid("records")),
                network(),
                new MatchConfig(30, 45),
                JOURNEY_GAP,
                new TelemetryOutputs(
                        ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}));
        assertThat(env.getStreamGraph().getStreamNodes())
                .filteredOn(node -> !node.getOperatorName().startsWith("Source: "))
                .hasSize(15)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
    }

    private static Results run(RuntimeExecutionMode mode, List<RawRecord> records) throws Exception {
        var run = new PipelineRun(mode);
        var outputs = new Collected();
        TelemetryPipeline.attach(
                intake(run.byArrival(records)), network(), new MatchConfig(30, 45), JOURNEY_GAP, outputs.asOutputs());
        run.toItsEnd();
        return outputs.results();
    }

    private static IntakeStream<VehicleTelemetry> intake(DataStream<RawRecord> records) {
        var config = new IntakeConfig<>(new TelemetryRules(), TIMING, null);
        return IntakeStream.attach(records, config, TelemetryJob.TOPIC.type());
    }

    private static RoadNetwork network() throws Exception {
        return RoadFile.read(STREET.getBytes(StandardCharsets.UTF_8), "street", RoadRules.DEFAULT)
                .network();
    }

    private static VehicleTelemetry report(String vehicle, long second, double longitude, Double heading) {
        return VehicleTelemetry.newBuilder()
                .setVehicleId(vehicle)
                .setRecordedAt(START.plusSeconds(second))
                .setLatitude(52)
                .setLongitude(longitude)
                .setSpeedKmh(30.0)
                .setHeadingDeg(heading)
                .setVehicleClass(VehicleClass.CAR)
                .build();
    }

    private static RawRecord record(long offset, VehicleTelemetry report, long delaySeconds) {
        long arrival = report.getRecordedAt().plusSeconds(delaySeconds).toEpochMilli();
        return new RawRecord(
                new RecordOrigin("vehicle-telemetry", 0, offset, arrival),
                report.getVehicleId().getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(VehicleTelemetry.class).encode(report));
    }

    /** The pipeline's outputs. */
    private static final class Collected {

        private final Output<Rejected> rejected = new Output<>();
        private final Output<VehicleTelemetryRow> reports = new Output<>();
        private final Output<SegmentSpeed1m> speeds = new Output<>(SegmentSpeed1m::getComplete);
        private final Output<TelemetryMatch1m> matches = new Output<>(TelemetryMatch1m::getComplete);
        private final Output<Journey> journeys = new Output<>();
        private final Output<EventLedger1m> ledger = new Output<>(EventLedger1m::getComplete);

        TelemetryOutputs asOutputs() {
            return new TelemetryOutputs(
                    rejected, rows -> reports.accept(rows.all()), speeds, matches, journeys, ledger);
        }

        Results results() throws Exception {
            return new Results(
                    speeds.sorted(Comparator.comparing(SegmentSpeed1m::getSegmentId)
                            .thenComparing(SegmentSpeed1m::getWindowStart)),
                    matches.sorted(Comparator.comparing(TelemetryMatch1m::getWindowStart)),
                    journeys.sorted(Comparator.comparing(Journey::getVehicleId).thenComparing(Journey::getStartedAt)),
                    ledger.sorted(Comparator.comparing(EventLedger1m::getMinute)),
                    reports.sorted(Comparator.comparing(VehicleTelemetryRow::getOffset)),
                    PipelineRun.reasons(rejected));
        }
    }
}
