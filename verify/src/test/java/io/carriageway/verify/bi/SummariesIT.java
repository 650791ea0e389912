package io.carriageway.verify.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests summaries by day and part of day in the local time of sites, including short and long days. All numbers are
 * computed by hand.
 */
@ExtendWith(SandboxExtension.class)
class SummariesIT {

    private final Sandbox sandbox;
    private ViewsDatabase database;

    SummariesIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void open() throws Exception {
        database = new ViewsDatabase(sandbox, "summaries");
        database.execute("INSERT INTO zone (zone_id, latitude, longitude, boundary, time_zone)"
                + " VALUES ('pune', 18.5, 73.8, '', 'Asia/Kolkata'), ('berlin', 52.5, 13.4, '', 'Europe/Berlin')");
        database.execute("INSERT INTO camera (camera_id, name, latitude, longitude, time_zone)"
                + " VALUES ('cam-1', 'Mill Street', 52.5, 13.4, 'Europe/Berlin')");
        database.execute("INSERT INTO station (station_id, name, latitude, longitude, time_zone)"
                + " VALUES ('st-1', 'Harbour', 52.5, 13.4, 'Europe/Berlin')");
        database.migrate();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void minutesGoToTheirPartOfADayOf23Hours() throws Exception {
        cars("cam-1", "2026-03-28 22:59", 1, 1, 1);
        cars("cam-1", "2026-03-28 23:00", 10, 10, 1);
        cars("cam-1", "2026-03-29 03:59", 30, 60, 0);
        cars("cam-1", "2026-03-29 04:00", 2, 3, 1);
        cars("cam-1", "2026-03-29 21:59", 2, 4, 1);
        cars("cam-1", "2026-03-29 22:00", 1, 1, 1);
        assertThat(database.query("SELECT camera_name, local_date, part_of_day, from_hour, time_zone, minutes,"
                        + " minutes_with_data, ROUND(final_pct), frames, car_sum, ROUND(cars_per_frame, 2)"
                        + " FROM v_camera_traffic_part_of_day ORDER BY local_date, from_hour"))
                .containsExactly(
                        "Mill Street|2026-03-28|evening|18|Europe/Berlin|360|1|100|1|1|1.00",
                        "Mill Street|2026-03-29|night|0|Europe/Berlin|300|2|50|40|70|1.75",
                        "Mill Street|2026-03-29|morning|6|Europe/Berlin|360|1|100|2|3|1.50",
                        "Mill Street|2026-03-29|evening|18|Europe/Berlin|360|1|100|2|4|2.00",
                        "Mill Street|2026-03-30|night|0|Europe/Berlin|360|1|100|1|1|1.00");
        assertThat(database.query("SELECT minutes, minutes_with_data, minutes_final, ROUND(coverage_pct, 3), frames,"
                        + " vehicle_sum, ROUND(vehicles_per_frame, 3), ROUND(area_occupancy_pct, 2), vehicle_max, model_ids"
                        + " FROM v_camera_traffic_daily WHERE local_date = '2026-03-29'"))
                .containsExactly("1380|4|3|0.290|44|77|1.750|10.00|60|m@1");
    }

    @Test
    void aDayOf25HoursIsCoveredWhenEachOfItsMinutesIs() throws Exception {
        for (int hour = 0; hour < 27; hour++) {
            database.execute("INSERT INTO camera_traffic_1m SELECT 'cam-1', '2026-10-24 21:00' + INTERVAL " + hour
                    + " HOUR + INTERVAL (10 * a.n + b.n) MINUTE, 1, 0, 1, 0, 0, 0, 1, 0, 'm@1', 1, 0, 1"
                    + " FROM (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) a,"
                    + " (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                    + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) b");
        }
        assertThat(database.query("SELECT local_date, minutes, minutes_with_data, ROUND(coverage_pct, 1)"
                        + " FROM v_camera_traffic_daily ORDER BY local_date"))
                .containsExactly("2026-10-24|1440|60|4.2", "2026-10-25|1500|1500|100.0", "2026-10-26|1440|60|4.2");
        assertThat(database.query("SELECT part_of_day, minutes, minutes_with_data"
                        + " FROM v_camera_traffic_part_of_day WHERE local_date = '2026-10-25' ORDER BY from_hour"))
                .containsExactly("night|420|420", "morning|360|360", "afternoon|360|360", "evening|360|360");
    }

    @Test
    void modelsThatCountedAreAllNamedAndACameraThatNobodyKnowsGoesByUtc() throws Exception {
        cars("cam-9", "2026-07-01 00:00", 1, 1, 1);
        cars("cam-9", "2026-07-01 23:59", 1, 1, 1);
        database.execute("UPDATE camera_traffic_1m SET model_id = 'm@2' WHERE window_start >= '2026-07-01 12:00'");
        assertThat(database.query("SELECT camera_id, camera_name, local_date, time_zone, minutes_with_data, model_ids"
                        + " FROM v_camera_traffic_daily"))
                .containsExactly("cam-9|null|2026-07-01|UTC|2|m@1, m@2");
    }

    @Test
    void speedsAreMeansOverSamplesOnTheClocksOfTheZone() throws Exception {
        database.execute("INSERT INTO segment (segment_id, valid_from, name, geometry, length_m, free_flow_kmh,"
                + " zone_id) VALUES ('s-1', '2000-01-01', 'MG Road', '', 100, 60, 'pune')");
        database.execute("INSERT INTO segment_speed_1m VALUES"
                + " ('s-1', '2026-06-30 18:29', 1, 1, 20000, 20000, 20, 20, 20, 1, 0, 1),"
                + " ('s-1', '2026-06-30 18:30', 1, 1, 30000, 30000, 30, 30, 30, 1, 0, 1),"
                + " ('s-1', '2026-07-01 00:29', 3, 2, 180000, 65500, 55, 60, 65, 3, 0, 1)");
        assertThat(
                        database.query(
                                "SELECT street_name, zone_id, local_date, time_zone, minutes, minutes_with_data, samples,"
                                        + " ROUND(speed_sum_kmh), ROUND(speed_mean_kmh, 1), ROUND(speed_max_kmh, 1),"
                                        + " ROUND(speed_of_free_flow_pct, 1) FROM v_segment_speed_part_of_day ORDER BY local_date"))
                .containsExactly(
                        "MG Road|pune|2026-06-30|Asia/Kolkata|360|1|1|20|20.0|20.0|33.3",
                        "MG Road|pune|2026-07-01|Asia/Kolkata|360|2|4|210|52.5|65.5|87.5");
        assertThat(database.query("SELECT local_date, samples, ROUND(speed_mean_kmh, 1) FROM v_segment_speed_daily"
                        + " ORDER BY local_date"))
                .containsExactly("2026-06-30|1|20.0", "2026-07-01|4|52.5");
    }

    @Test
    void speedsOfASegmentThatNobodyKnowsHaveNoShareOfFreeFlow() throws Exception {
        database.execute("INSERT INTO segment_speed_1m VALUES"
                + " ('s-2', '2026-07-01 12:00', 1, 1, 20000, 20000, 20, 20, 20, 1, 0, 1)");
        assertThat(database.query("SELECT street_name, local_date, time_zone, speed_of_free_flow_pct"
                        + " FROM v_segment_speed_daily"))
                .containsExactly("null|2026-07-01|UTC|null");
    }

    @Test
    void weatherIsSummedOverObservationsAndWhatWasNotMeasuredIsNull() throws Exception {
        database.execute("INSERT INTO weather_10m VALUES"
                + " ('st-1', '2026-06-30 22:00', 1, 1, 10000, 10000, 10000, 1, 50000, 50000, 50000, 1, 2000, 2000, 2000,"
                + " 1, 1000, 0, 0, NULL, NULL, NULL, 'FOG', NULL, NULL, 1, 0, 1),"
                + " ('st-1', '2026-07-01 03:50', 4, 3, 60000, 19000, 21000, 2, 140000, 60000, 80000, 1, 4000, 4000, 4000,"
                + " 1, 0, 1000, 0, NULL, NULL, NULL, 'RAIN', 31000, NULL, 4, 0, 0)");
        assertThat(database.query("SELECT station_name, local_date, part_of_day, minutes, minutes_with_data,"
                        + " ROUND(final_pct), observations, temperature_observations, humidity_observations,"
                        + " ROUND(temperature_mean_c, 2), ROUND(temperature_min_c, 1),"
                        + " ROUND(temperature_max_c, 1), ROUND(humidity_mean_pct, 1), ROUND(wind_speed_mean_ms, 1),"
                        + " ROUND(wind_direction_deg, 1), precipitation_mean_mm_h, worst_condition,"
                        + " ROUND(humidex_max, 1), heat_index_max_c FROM v_weather_part_of_day"))
                .containsExactly(
                        "Harbour|2026-07-01|night|360|20|50|5|4|3|17.50|10.0|21.0|63.3|3.0|45.0|null|FOG|31.0|null");
        assertThat(database.query("SELECT local_date, minutes, minutes_with_data, ROUND(coverage_pct, 2),"
                        + " precipitation_observations, precipitation_sum_mm_h FROM v_weather_daily"))
                .containsExactly("2026-07-01|1440|20|1.39|0|null");
    }

    @Test
    void accidentsOfOneHourOfUtcMayLieInTwoDays() throws Exception {
        accident("a-1", "2026-06-30 18:29", "NULL", "NULL");
        accident("a-2", "2026-06-30 18:30", "2", "1");
        accident("a-3", "2026-06-30 19:30", "1", "NULL");
        assertThat(database.query("SELECT zone_id, severity, local_date, time_zone, accidents, vehicles,"
                        + " ROUND(vehicles_per_accident, 1), casualties, accidents_with_casualties_known"
                        + " FROM v_accident_daily ORDER BY local_date"))
                .containsExactly(
                        "pune|SLIGHT|2026-06-30|Asia/Kolkata|1|null|null|null|0",
                        "pune|SLIGHT|2026-07-01|Asia/Kolkata|2|3|1.5|1|1");
        assertThat(database.query("SELECT local_date, part_of_day, accidents FROM v_accident_part_of_day"
                        + " ORDER BY local_date"))
                .containsExactly("2026-06-30|evening|1", "2026-07-01|night|2");
    }

    @Test
    void aNewZoneGoesByUtcUntilAJobStarts() throws Exception {
        database.execute("UPDATE time_zone SET periods_of = NULL WHERE time_zone = 'Asia/Tokyo'");
        database.execute("UPDATE camera SET time_zone = 'Asia/Tokyo'");
        cars("cam-1", "2026-07-01 15:00", 1, 1, 1);
        var daily = "SELECT local_date, time_zone, minutes_with_data FROM v_camera_traffic_daily";
        assertThat(database.query(daily)).containsExactly("2026-07-01|UTC|1");
        database.migrate();
        assertThat(database.query(daily)).containsExactly("2026-07-02|Asia/Tokyo|1");
    }

    @Test
    void jobsThatStartAtOnceWriteTheDaysOnce() throws Exception {
        database.execute("UPDATE time_zone SET periods_of = NULL WHERE time_zone = 'Europe/Berlin'");
        var starts = Executors.newFixedThreadPool(4);
        try {
            for (var start : starts.invokeAll(Collections.<Callable<Void>>nCopies(4, this::migrate))) {
                start.get();
            }
        } finally {
            starts.shutdown();
        }
        assertThat(database.query("SELECT part_of_day, COUNT(*) FROM local_period WHERE time_zone = 'Europe/Berlin'"
                        + " GROUP BY part_of_day ORDER BY part_of_day"))
                .containsExactly("afternoon|14610", "day|14610", "evening|14610", "morning|14610", "night|14610");
    }

    @Test
    void aNameThatIsNoTimeZoneIsRefused() throws Exception {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.execute("UPDATE camera SET time_zone = 'Europe/Berln'"))
                .withMessageContaining("camera_time_zone_is_known");
    }

    @Test
    void aZoneThatThisJavaDoesNotKnowIsNamed() throws Exception {
        database.execute("INSERT INTO time_zone (time_zone) VALUES ('Mars/Phobos')");
        database.execute("UPDATE camera SET time_zone = 'Mars/Phobos'");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(database::migrate)
                    .withMessageContaining("names the time zone 'Mars/Phobos', which this Java");
        } finally {
            database.execute("DELETE FROM camera");
            database.execute("DELETE FROM time_zone WHERE time_zone = 'Mars/Phobos'");
        }
    }

    private Void migrate() throws SQLException {
        database.migrate();
        return null;
    }

    private void cars(String camera, String minute, int frames, int cars, int complete) throws SQLException {
        database.execute(
                "INSERT INTO camera_traffic_1m VALUES ('%s', '%s', %d, 0, %d, 0, 0, 0, %d, %d, 'm@1', %d, 0, %d)"
                        .formatted(camera, minute, frames, cars, cars, frames * 100_000, frames, complete));
    }

    private void accident(String id, String occurredAt, String vehicles, String casualties) throws SQLException {
        database.execute("INSERT INTO accident (accident_id, first_seen, reported_at, occurred_at, latitude, longitude,"
                + " zone_id, severity, kind, status, vehicles, casualties, event_count, revision, complete) VALUES"
                + " ('%1$s', '%2$s', '%2$s', '%2$s', 18.5, 73.8, 'pune', 'SLIGHT', 'COLLISION', 'ACTIVE', %3$s, %4$s, 1, 0, 1)"
                        .formatted(id, occurredAt, vehicles, casualties));
    }
}
