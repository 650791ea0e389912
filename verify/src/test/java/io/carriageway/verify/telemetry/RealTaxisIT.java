package io.carriageway.verify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.RealData;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports two days of 72 taxis of Beijing, with their own times as arrival times. */
@ExtendWith(SandboxExtension.class)
class RealTaxisIT {

    private static final double MAX_SPEED_KMH = 300;

    private final SingleObjectCodec<VehicleTelemetry> codec = new SingleObjectCodec<>(VehicleTelemetry.class);

    @Test
    void everyPositionIsInAJourneyOrAccountedFor(Sandbox sandbox) throws Exception {
        var reports = BeijingTaxis.reports(RealData.path("data/gps/Beijing_taxi.csv"));
        // real roads, of another city: no taxi is on them, and each must say so
        var roads = RealData.path("data/road_network/west_oakland_roads.geojson");
        var run = new TopicRun(
                sandbox, Telemetry.on(Files.readString(roads), Duration.ofMinutes(10)), "telemetry_beijing", 1);
        run.topic(run.inputTopic()).sendAll(records(reports));
        run.takesUpAll("segment_speed_1m");

        // 36,677 positions and the empty record at the end; 34 jumps faster than 300 km/h, 6 times given twice
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected)"
                        + " FROM event_ledger_1m"))
                .containsExactly(List.of("36678", "36637", "6", "0", "35"));
        assertThat(run.deadLetters())
                .filteredOn(letter -> letter.getReason().equals("speed-kmh-out-of-range"))
                .hasSize(34);
        assertThat(run.query("SELECT SUM(reports), SUM(matched), SUM(off_road) FROM telemetry_match_1m"))
                .containsExactly(List.of("36637", "0", "36637"));
        assertThat(run.query("SELECT COUNT(*), SUM(samples), COUNT(DISTINCT vehicle_id) FROM journey"))
                .containsExactly(List.of("1531", "36637", "72"));
        assertThat(run.query("SELECT started_at, ended_at, distance_m, samples, speed_avg_mh, speed_max_mh"
                        + " FROM journey WHERE vehicle_id = 'taxi-1' ORDER BY started_at LIMIT 3"))
                .as("reckoned by hand from the file")
                .containsExactly(
                        List.of("2008-02-02 16:00:32", "2008-02-02 17:10:32", "80", "8", "68", "254"),
                        List.of("2008-02-02 17:40:31", "2008-02-02 17:50:31", "11", "2", "68", "68"),
                        Arrays.asList("2008-02-02 18:00:32", "2008-02-02 18:00:32", "0", "1", null, "193"));
        assertThat(run.query("SELECT COUNT(*), COUNT(DISTINCT segment_id) FROM segment"))
                .as("streets are cut where others meet them, and footways are none")
                .containsExactly(List.of("77", "77"));
    }

    /** By time, as an import must be: a topic's records come in the order of their arrival. */
    private List<Sent> records(List<VehicleTelemetry> reports) {
        var records = new ArrayList<Sent>();
        reports.stream()
                .sorted(Comparator.comparing(VehicleTelemetry::getRecordedAt))
                .forEach(report -> records.add(new Sent(
                        report.getVehicleId().getBytes(StandardCharsets.UTF_8),
                        codec.encode(report),
                        report.getRecordedAt().toEpochMilli(),
                        report.getSpeedKmh() > MAX_SPEED_KMH ? "speed-kmh-out-of-range" : null)));
        var last = records.get(records.size() - 1);
        records.add(new Sent(last.key(), new byte[0], last.timestampMillis(), "empty-value"));
        return records;
    }
}
