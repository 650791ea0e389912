package io.carriageway.sandbox.demo;

import java.util.List;
import java.util.Optional;

/**
 * A table that the jobs fill, and what of it can be checked and shown.
 *
 * @param counted the column that counts events
 * @param countsAllOf the topic whose accepted records this column adds up to, where it does
 * @param dataset of the lake that holds the table's final rows, where one does
 * @param now SQL that says in 20 columns what the table shows at the moment
 */
record DemoTable(String name, String counted, Optional<String> countsAllOf, Optional<String> dataset, String now) {

    private static final String EVENT_COUNT = "event_count";

    static final List<DemoTable> ALL = List.of(
            whole(
                    "camera_traffic_1m",
                    Topics.CAMERA,
                    """
                    CONCAT(ROUND(SUM(bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum) / SUM(frames), 2),
                        ' vehicles/frame')"""),
            part(
                    "segment_speed_1m",
                    """
                    (SELECT CONCAT('mean ', ROUND(SUM(speed_sum_mh) / SUM(samples) / 1000, 1), ' km/h')
                    FROM segment_speed_1m
                    WHERE window_start = (SELECT MAX(window_start) FROM segment_speed_1m))"""),
            whole(
                    "telemetry_match_1m",
                    Topics.TELEMETRY,
                    "CONCAT(ROUND(100 * SUM(matched) / SUM(reports), 1), '% on a road')"),
            whole(
                    "journey",
                    Topics.TELEMETRY,
                    """
                    CONCAT('mean ', ROUND(AVG(distance_m) / 1000, 1), ' km, ',
                        ROUND(AVG(TIMESTAMPDIFF(SECOND, started_at, ended_at)) / 60), ' min')"""),
            whole(
                    "weather_10m",
                    Topics.WEATHER,
                    """
                    (SELECT CONCAT(ROUND(temperature_milli_c_sum / observations / 1000, 1), ' C ', `condition`)
                    FROM weather_10m ORDER BY window_start DESC, station_id LIMIT 1)"""),
            new DemoTable(
                    "accident",
                    EVENT_COUNT,
                    Optional.of(Topics.ACCIDENT),
                    Optional.of("accident_final"),
                    "CONCAT(SUM(status = 'ACTIVE'), ' active ', SUM(status = 'RESOLVED'), ' resolved')"),
            part("accident_1h", "CONCAT(COALESCE(SUM(casualties), 'nobody known to be'), ' hurt')"),
            new DemoTable(
                    "road_conditions_5m",
                    "frames",
                    Optional.of(Topics.CAMERA),
                    Optional.of("road_conditions_5m"),
                    """
                    (SELECT CONCAT('level of service ', MIN(level_of_service), '-', MAX(level_of_service))
                    FROM road_conditions_5m
                    WHERE window_start = (SELECT MAX(window_start) FROM road_conditions_5m WHERE samples > 0))"""),
            new DemoTable(
                    "event_ledger_1m",
                    EVENT_COUNT,
                    Optional.empty(),
                    Optional.empty(),
                    """
                    IF(SUM(received <> accepted + duplicate + late + rejected) = 0, 'every minute adds up',
                        'DOES NOT ADD UP')"""));

    private static DemoTable whole(String name, String topic, String now) {
        return new DemoTable(name, EVENT_COUNT, Optional.of(topic), Optional.of(name), now);
    }

    private static DemoTable part(String name, String now) {
        return new DemoTable(name, EVENT_COUNT, Optional.empty(), Optional.of(name), now);
    }

    String query() {
        return "SELECT COUNT(*), COALESCE(SUM(complete = 0), 0), COALESCE(SUM(%s), 0), %s FROM %s"
                .formatted(counted, now, name);
    }
}
