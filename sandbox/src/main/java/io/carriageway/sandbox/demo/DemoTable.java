package io.carriageway.sandbox.demo;

import java.util.List;
import java.util.Optional;

/**
 * A table that the jobs fill, and what of it can be checked and shown.
 *
 * @param countsAllOf the topic whose accepted records the table's event_count adds up to, where it does
 * @param dataset of the lake that holds the table's final rows, where one does
 * @param now SQL that says in 20 columns what the table shows at the moment
 */
record DemoTable(String name, Optional<String> countsAllOf, Optional<String> dataset, String now) {

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
                    Optional.of(Topics.ACCIDENT),
                    Optional.of("accident_final"),
                    "CONCAT(SUM(status = 'ACTIVE'), ' active ', SUM(status = 'RESOLVED'), ' resolved')"),
            part("accident_1h", "CONCAT(COALESCE(SUM(casualties), 'nobody known to be'), ' hurt')"),
            new DemoTable(
                    "event_ledger_1m",
                    Optional.empty(),
                    Optional.empty(),
                    """
                    IF(SUM(received <> accepted + duplicate + late + rejected) = 0, 'every minute adds up',
                        'DOES NOT ADD UP')"""));

    private static DemoTable whole(String name, String topic, String now) {
        return new DemoTable(name, Optional.of(topic), Optional.of(name), now);
    }

    private static DemoTable part(String name, String now) {
        return new DemoTable(name, Optional.empty(), Optional.of(name), now);
    }

    String query() {
        return "SELECT COUNT(*), COALESCE(SUM(complete = 0), 0), COALESCE(SUM(event_count), 0), %s FROM %s"
                .formatted(now, name);
    }
}
