package io.carriageway.sandbox.demo.totals;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.suite.Suite;
import java.util.List;
import java.util.stream.Stream;

/** The tables that the jobs fill, in the order in which they are shown. */
public final class DemoTables {

    private static final List<DemoTable> KNOWN = List.of(
            DemoTable.of(
                            "camera_traffic_1m",
                            """
                            CONCAT(ROUND(SUM(bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum)
                                / SUM(frames), 2), ' vehicles/frame')""")
                    .countingAllOf(Topics.CAMERA),
            DemoTable.of(
                    "segment_speed_1m",
                    """
                    (SELECT CONCAT('mean ', ROUND(SUM(speed_sum_mh) / SUM(samples) / 1000, 1), ' km/h')
                    FROM segment_speed_1m
                    WHERE window_start = (SELECT MAX(window_start) FROM segment_speed_1m))"""),
            DemoTable.of(
                            "telemetry_match_1m",
                            "CONCAT(ROUND(100 * SUM(matched) / SUM(reports - without_speed), 1), '% on a road')")
                    .countingAllOf(Topics.TELEMETRY),
            DemoTable.of(
                            "journey",
                            """
                            CONCAT('mean ', ROUND(AVG(distance_m) / 1000, 1), ' km, ',
                                ROUND(AVG(TIMESTAMPDIFF(SECOND, started_at, ended_at)) / 60), ' min')""")
                    .countingAllOf(Topics.TELEMETRY),
            DemoTable.of(
                            "weather_10m",
                            """
                            (SELECT CONCAT(ROUND(temperature_milli_c_sum / temperature_observations / 1000, 1), ' C ',
                                `condition`)
                            FROM weather_10m WHERE temperature_observations > 0 ORDER BY window_start DESC, station_id LIMIT 1)""")
                    .countingAllOf(Topics.WEATHER),
            DemoTable.of(
                            "accident",
                            "CONCAT(SUM(status = 'ACTIVE'), ' active ', SUM(status = 'RESOLVED'), ' resolved')")
                    .countingAllOf(Topics.ACCIDENT),
            DemoTable.of("accident_1h", "COALESCE(CONCAT(SUM(casualties), ' hurt'), 'casualties unknown')"),
            DemoTable.of(
                            "road_conditions_5m",
                            """
                            (SELECT CONCAT('level of service ', MIN(level_of_service), '-', MAX(level_of_service))
                            FROM road_conditions_5m
                            WHERE window_start = (SELECT MAX(window_start) FROM road_conditions_5m WHERE samples > 0))""")
                    .countingAllOf(Topics.CAMERA, "SUM(frames)"));

    /** The tables that several jobs write. */
    private static final List<DemoTable> SHARED = List.of(
            DemoTable.of("alert", "CONCAT(SUM(cleared_at IS NULL), ' raised ', COUNT(cleared_at), ' cleared')")
                    .ofTransitions(),
            DemoTable.of(
                            "event_ledger_1m",
                            """
                            IF(SUM(received <> accepted + duplicate + late + rejected) = 0, 'every minute adds up',
                                'DOES NOT ADD UP')""")
                    .inNoDataset());

    /** All tables: those with a text, the others that one job writes, and those that several write. */
    public static final List<DemoTable> ALL = Stream.of(
                    KNOWN.stream(),
                    Suite.tables().stream().filter(table -> !isKnown(table)).map(DemoTables::of),
                    SHARED.stream())
            .flatMap(tables -> tables)
            .toList();

    private DemoTables() {}

    private static boolean isKnown(Table<?> table) {
        return Stream.concat(KNOWN.stream(), SHARED.stream())
                .anyMatch(known -> known.name().equals(table.name()));
    }

    private static DemoTable of(Table<?> table) {
        return DemoTable.of(
                table.name(), "CONCAT('until ', DATE_FORMAT(MAX(%s), '%%H:%%i'))".formatted(table.timeColumn()));
    }
}
