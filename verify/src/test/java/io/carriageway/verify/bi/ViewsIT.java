package io.carriageway.verify.bi;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the views that show single rows. */
@ExtendWith(SandboxExtension.class)
class ViewsIT {

    /** Tables that no view shows: Flyway's own, and the input of v_local_day. */
    private static final Set<String> INNER =
            Set.of("flyway_schema_history", "time_zone", "local_period", "run", "run_table", "publication");

    private final Sandbox sandbox;
    private ViewsDatabase database;

    ViewsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void open() throws Exception {
        database = new ViewsDatabase(sandbox, "views");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void everyTableHasAView() throws Exception {
        var views = database.views();
        for (var table : database.tables()) {
            if (!INNER.contains(table)) {
                assertThat(views).containsAnyOf("v_" + table, "v_" + table.replaceFirst("_\\d+[mh]$", ""));
            }
        }
    }

    @Test
    void everyViewCanBeRead() throws Exception {
        for (var view : database.views()) {
            assertThat(database.query("SELECT COUNT(*) FROM " + view)).as(view).hasSize(1);
        }
    }

    @Test
    void cameraTrafficIsPerFrameWithTheNameOfTheCamera() throws Exception {
        database.execute(
                "INSERT INTO camera (camera_id, name, latitude, longitude) VALUES ('cam-1', 'Mill Street', 52.5, 13.4)");
        database.execute("INSERT INTO camera_traffic_1m VALUES"
                + " ('cam-1', '2026-07-01 12:00', 4, 1, 6, 2, 0, 3, 5, 800000, 'm@1', 4, 0, 1),"
                + " ('cam-2', '2026-07-01 12:00', 1, 0, 1, 0, 0, 0, 1, 0, 'm@1', 1, 0, 0)");
        assertThat(database.query("SELECT camera_id, camera_name, frames, ROUND(bicycles_per_frame, 2),"
                        + " ROUND(cars_per_frame, 2), ROUND(motorcycles_per_frame, 2), ROUND(buses_per_frame, 2),"
                        + " ROUND(trucks_per_frame, 2), ROUND(vehicles_per_frame, 2), vehicle_max,"
                        + " ROUND(area_occupancy_pct, 1), model_id, complete FROM v_camera_traffic ORDER BY camera_id"))
                .containsExactly(
                        "cam-1|Mill Street|4|0.25|1.50|0.50|0.00|0.75|3.00|5|20.0|m@1|1",
                        "cam-2|null|1|0.00|1.00|0.00|0.00|0.00|1.00|1|0.0|m@1|0");
    }

    @Test
    void theLedgerSaysWhatShareWasAcceptedAndThatNothingIsMissing() throws Exception {
        database.execute("INSERT INTO event_ledger_1m VALUES"
                + " ('camera', '2026-07-01 12:00', 8, 6, 1, 0, 1, '{\"corrupt\":1}', 8, 0, 1),"
                + " ('camera', '2026-07-01 12:01', 0, 0, 0, 0, 0, '{}', 0, 0, 1)");
        assertThat(database.query(
                        "SELECT received, unaccounted, ROUND(accepted_pct, 1) FROM v_event_ledger ORDER BY minute"))
                .containsExactly("8|0|75.0", "0|0|null");
    }

    @Test
    void rejectionsAreOneRowAReason() throws Exception {
        database.execute("INSERT INTO event_ledger_1m VALUES"
                + " ('camera', '2026-07-01 12:00', 8, 4, 0, 0, 4, '{\"picture-not-found\":3,\"future\":1}', 8, 0, 1),"
                + " ('camera', '2026-07-01 12:01', 1, 1, 0, 0, 0, '{}', 1, 0, 1),"
                + " ('weather', '2026-07-01 12:00', 3, 0, 0, 0, 3, '{\"corrupt\":3}', 3, 0, 0)");
        assertThat(database.query("SELECT topic, CAST(minute AS CHAR), reason, rejected, complete FROM v_rejection"
                        + " ORDER BY topic, minute, reason"))
                .containsExactly(
                        "camera|2026-07-01 12:00:00.000|future|1|1",
                        "camera|2026-07-01 12:00:00.000|picture-not-found|3|1",
                        "weather|2026-07-01 12:00:00.000|corrupt|3|0");
        assertThat(database.query("SELECT SUM(rejected) FROM v_rejection"))
                .isEqualTo(database.query("SELECT SUM(rejected) FROM v_event_ledger"));
    }

    @Test
    void daysAreThoseOfTheZone() throws Exception {
        database.execute("INSERT INTO station (station_id, name, latitude, longitude, time_zone)"
                + " VALUES ('st-1', 'Harbour', 52.5, 13.4, 'Europe/Berlin')");
        database.migrate();
        assertThat(database.query("SELECT local_date, weekday, weekday_name, ROUND(hours, 1), CAST(utc_from AS CHAR)"
                        + " FROM v_local_day WHERE time_zone = 'Europe/Berlin'"
                        + " AND local_date IN ('2026-03-29', '2026-03-30', '2026-10-25') ORDER BY local_date"))
                .containsExactly(
                        "2026-03-29|7|Sunday|23.0|2026-03-28 23:00:00.000",
                        "2026-03-30|1|Monday|24.0|2026-03-29 22:00:00.000",
                        "2026-10-25|7|Sunday|25.0|2026-10-24 22:00:00.000");
    }
}
