package io.carriageway.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tables that rules may watch, with the names that rules use. Each domain computes the metrics of its own table.
 */
public enum AlertTable {
    CAMERA_TRAFFIC_1M(
            "camera_traffic_1m",
            "camera",
            Duration.ofMinutes(1),
            List.of(
                    "vehicles_per_frame",
                    "bicycles_per_frame",
                    "cars_per_frame",
                    "motorcycles_per_frame",
                    "buses_per_frame",
                    "trucks_per_frame",
                    "vehicle_max",
                    "area_occupancy_pct")),
    SEGMENT_SPEED_1M(
            "segment_speed_1m",
            "segment",
            Duration.ofMinutes(1),
            List.of("p15_kmh", "p50_kmh", "p85_kmh", "mean_kmh", "max_kmh", "vehicles", "samples")),
    WEATHER_10M(
            "weather_10m",
            "station",
            Duration.ofMinutes(10),
            List.of(
                    "temperature_c",
                    "humidity_pct",
                    "wind_speed_ms",
                    "wind_max_ms",
                    "precipitation_mm_h",
                    "humidex",
                    "heat_index_c")),
    ROAD_CONDITIONS_5M(
            "road_conditions_5m",
            "zone",
            Duration.ofMinutes(5),
            List.of("vehicles_per_frame", "p50_kmh", "speed_ratio_pct", "level_of_service", "active_accidents")),
    TRAFFIC_COUNT_15M(
            "traffic_count_15m",
            "counter",
            "site_id",
            Duration.ofMinutes(15),
            List.of("vehicles_per_hour", "mean_kmh", "occupancy_pct"));

    private final String tableName;
    private final String site;
    private final String siteColumn;
    private final Duration window;
    private final List<String> metrics;

    /** A table whose column of site ids is named after the kind of site. */
    AlertTable(String tableName, String site, Duration window, List<String> metrics) {
        this(tableName, site, site + "_id", window, metrics);
    }

    AlertTable(String tableName, String site, String siteColumn, Duration window, List<String> metrics) {
        this.tableName = tableName;
        this.site = site;
        this.siteColumn = siteColumn;
        this.window = window;
        this.metrics = metrics;
    }

    static Optional<AlertTable> find(String tableName) {
        return Arrays.stream(values())
                .filter(table -> table.tableName.equals(tableName))
                .findFirst();
    }

    public String tableName() {
        return tableName;
    }

    /** The kind of site, which is also the name of its reference table. */
    public String site() {
        return site;
    }

    /** The column with the site's id, in this table and in the reference table. */
    public String siteColumn() {
        return siteColumn;
    }

    public long windowMillis() {
        return window.toMillis();
    }

    public List<String> metrics() {
        return metrics;
    }

    @Override
    public String toString() {
        return tableName;
    }
}
