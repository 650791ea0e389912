package io.carriageway.verify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.topic.TopicContract;
import io.carriageway.verify.topic.TopicRun;
import java.util.Arrays;
import java.util.List;

/** Tests ten minutes of vehicles with every fault. */
class TelemetryContractIT extends TopicContract {

    TelemetryContractIT() {
        super(Telemetry.TOPIC);
    }

    @Override
    protected void alsoHolds(TopicRun run) throws Exception {
        assertThat(run.query("SELECT SUM(reports) = (SELECT SUM(accepted) FROM event_ledger_1m),"
                        + " SUM(matched) = (SELECT SUM(samples) FROM segment_speed_1m),"
                        + " SUM(reports) = (SELECT SUM(samples) FROM journey),"
                        + " SUM(off_road) > 20, SUM(wrong_heading) > 20, SUM(without_speed) > 20"
                        + " FROM telemetry_match_1m"))
                .as("no report is lost between the ledger and the tables, matched or not")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1"));
        assertThat(run.query("SELECT SUM(implausible) > 50, SUM(implausible = 0) > 0, SUM(speed_max_mh IS NULL) > 0,"
                        + " MAX(distance_m) < 30000 FROM journey"))
                .as("implausible reports occurred, and were left out of distances")
                .containsExactly(List.of("1", "1", "1", "1"));
        assertTheRoadsAreReferenceData(run);
    }

    private static void assertTheRoadsAreReferenceData(TopicRun run) throws Exception {
        assertThat(run.query("SELECT COUNT(*), COUNT(DISTINCT segment_id), SUM(zone.zone_id IS NULL)"
                        + " FROM segment LEFT JOIN zone USING (zone_id)"))
                .containsExactly(List.of("42", "41", "0"));
        assertThat(run.query("SELECT valid_from, valid_to FROM segment WHERE segment_id = 'v-1-1' ORDER BY 1"))
                .containsExactly(
                        Arrays.asList("1970-01-01 00:00:00", "2026-07-01 12:05:00"),
                        Arrays.asList("2026-07-01 12:05:00", null));
        assertThat(run.query("SELECT DISTINCT free_flow_kmh IS NULL, free_flow_source, road_class, lanes, attribution"
                        + " FROM v_segment ORDER BY 1"))
                .as("a speed has its source")
                .containsExactly(
                        Arrays.asList("0", "given", null, null, null), Arrays.asList("1", null, null, null, null));
        assertThat(run.query("SELECT COUNT(*) = (SELECT COUNT(*) FROM segment_speed_1m), SUM(zone_id IS NULL),"
                        + " SUM(p50_of_free_flow_pct IS NULL) > 0, MIN(p50_of_free_flow_pct) > 0 FROM v_segment_speed"))
                .as("the view finds one version of every segment, whether its free-flow speed is known or not")
                .containsExactly(List.of("1", "0", "1", "1"));
    }
}
