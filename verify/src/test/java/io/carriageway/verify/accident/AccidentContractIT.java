package io.carriageway.verify.accident;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.BoundedRuns;
import io.carriageway.verify.topic.TopicContract;
import io.carriageway.verify.topic.TopicRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tests an hour of accidents and weather with every fault; bounded runs also have accidents that move. */
class AccidentContractIT extends TopicContract {

    private static final String ELEVEN = "2026-07-01T11:00:00Z";
    private static final String NOON = "2026-07-01T12:00:00Z";
    private static final String ONE = "2026-07-01T13:00:00Z";
    private static final String TWO = "2026-07-01T14:00:00Z";

    /** Its first report is 55 minutes older than the range: reports from before may be missing. */
    private static final String ACCIDENT_THAT_BEGAN_EARLY = "accident_id = '%s'".formatted(MovingReports.BEGAN_EARLY);

    AccidentContractIT() {
        super(Accident.TOPIC);
    }

    @Override
    protected boolean hasFinalRows(TopicRun run) throws Exception {
        return run.number("SELECT COUNT(*) > 0 AND MIN(complete) FROM accident") == 1;
    }

    @Override
    protected void alsoHolds(TopicRun run) throws Exception {
        assertThat(run.query("SELECT SUM(status = 'ACTIVE') > 0, SUM(resolved_at > first_seen) > 0,"
                        + " SUM(segment_id IS NULL) > 0, SUM(segment_id IS NOT NULL) > 0,"
                        + " SUM(weather_station_id IS NULL) > 0, COUNT(DISTINCT weather_station_id) > 1,"
                        + " SUM(weather_station_id IS NOT NULL AND weather_wind_mm_s IS NULL) > 0 FROM accident"))
                .as("every case occurred")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1", "1"));
        assertThat(run.query("SELECT SUM(accidents = 0) > 0, SUM(accidents > 1) > 0, SUM(vehicles IS NULL) > 0"
                        + " FROM accident_1h"))
                .as("accidents moved, shared an hour, and lacked numbers")
                .containsExactly(List.of("1", "1", "1"));
        assertTheViewsShowThem(run);
        assertTheFarTownHasTheWeatherOfItsStation(run);
    }

    private static void assertTheViewsShowThem(TopicRun run) throws Exception {
        assertThat(run.number("SELECT COUNT(*) FROM v_accident a JOIN accident t USING (accident_id)"
                        + " WHERE a.weather_temperature_c <=> t.weather_temperature_milli_c / 1000"
                        + " AND a.duration_min IS NULL = (t.status = 'ACTIVE')"))
                .as("the view has a row for each")
                .isEqualTo(run.number("SELECT COUNT(*) FROM accident"));
        assertThat(run.number("SELECT COUNT(*) FROM v_accident_1h WHERE casualties_per_accident IS NULL"))
                .as("without accidents or numbers there is no average")
                .isEqualTo(run.number("SELECT COUNT(*) FROM accident_1h WHERE accidents = 0 OR casualties IS NULL"));
    }

    private static void assertTheFarTownHasTheWeatherOfItsStation(TopicRun run) throws Exception {
        assertThat(run.query("SELECT SUM(weather_station_id = 'far'), SUM(weather_station_id IS NOT NULL) FROM accident"
                                + " WHERE latitude BETWEEN 53.4 AND 53.6 AND occurred_at <= '2026-07-01 12:20:00'")
                        .get(0))
                .as("the far town has the weather of its station")
                .doesNotContain("0")
                .doesNotContainNull();
        assertThat(run.query("SELECT COUNT(*) > 0, SUM(weather_station_id IS NOT NULL) FROM accident"
                        + " WHERE latitude BETWEEN 53.4 AND 53.6 AND occurred_at > '2026-07-01 12:20:00'"))
                .as("no weather when the station was silent for an hour")
                .containsExactly(List.of("1", "0"));
    }

    @Override
    protected List<Sent> recordsOfReplays(long seed) {
        var reports = new ArrayList<>(super.recordsOfReplays(seed));
        reports.addAll(MovingReports.records());
        reports.sort(Comparator.comparingLong(Sent::timestampMillis));
        return reports;
    }

    @Override
    protected Map<String, String> leftOut(Case each) {
        return each.from().equals(NOON)
                ? Map.of(
                        "accident",
                        ACCIDENT_THAT_BEGAN_EARLY,
                        "accident_1h",
                        hourOf(MovingReports.BEGAN_EARLY) + " OR " + hourOf(MovingReports.GOES_ON))
                : Map.of();
    }

    @Override
    protected void alsoHolds(BoundedRuns runs) throws Exception {
        assertEveryCaseIsThere(runs.live());
        runs.agree(new Case("eleven_batch_1", "batch", 1, ELEVEN, NOON));
        // a longer lookahead finds an accident that continues
        runs.agree(
                new Case("one_streaming_3", "streaming", 3, ONE, TWO),
                Map.of("accident_1h", hourOf(MovingReports.GOES_ON)));
        runs.agreeWith(Map.of("accident.lookahead", "2 h"), new Case("one_batch_2", "batch", 2, ONE, TWO));
    }

    private static void assertEveryCaseIsThere(TopicRun live) throws Exception {
        assertThat(live.query(
                        "SELECT accidents, event_count FROM accident_1h WHERE window_start = '2026-07-01 12:00' AND ("
                                + hourOf(MovingReports.BEGAN_EARLY) + ")"))
                .as("two accidents in one hour, one of them with four reports")
                .containsExactly(List.of("2", "5"));
        assertThat(live.query("SELECT window_start, accidents, event_count FROM accident_1h WHERE "
                        + hourOf(MovingReports.GOES_ON) + " ORDER BY window_start"))
                .as("an accident that went through three hours")
                .extracting(row -> row.subList(1, 3))
                .containsExactly(List.of("0", "7"), List.of("0", "7"), List.of("1", "7"));
    }

    private static String hourOf(String accidentId) {
        return "zone_id = (SELECT zone_id FROM accident WHERE accident_id = '%s')".formatted(accidentId);
    }
}
