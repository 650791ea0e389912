package io.carriageway.jobs.daily;

import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import io.carriageway.row.AlertRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.row.Journey;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.Weather10m;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** The datasets of the lake, and the topics whose input their rows wait for. */
enum KnownDataset {
    CAMERA(EventDataset.CAMERA.dataset(), Wait.NONE, "camera"),
    DETECTION(EventDataset.DETECTION.dataset(), Wait.NONE, "camera"),
    CAMERA_TRAFFIC_1M(aggregate("camera_traffic_1m", CameraTraffic1m.class), Wait.NONE, "camera"),
    VEHICLE_TELEMETRY(EventDataset.TELEMETRY.dataset(), Wait.NONE, "vehicle-telemetry"),
    SEGMENT_SPEED_1M(aggregate("segment_speed_1m", SegmentSpeed1m.class), Wait.NONE, "vehicle-telemetry"),
    TELEMETRY_MATCH_1M(aggregate("telemetry_match_1m", TelemetryMatch1m.class), Wait.NONE, "vehicle-telemetry"),
    JOURNEY(new Dataset<>("journey", Journey.class, "started_at"), Wait.JOURNEY, "vehicle-telemetry"),
    WEATHER(EventDataset.WEATHER.dataset(), Wait.NONE, "weather"),
    WEATHER_10M(aggregate("weather_10m", Weather10m.class), Wait.NONE, "weather"),
    ACCIDENT(EventDataset.ACCIDENT.dataset(), Wait.NONE, "accident"),
    ACCIDENT_FINAL(new Dataset<>("accident_final", Accident.class, "occurred_at"), Wait.REPORTS, "accident"),
    ACCIDENT_1H(aggregate("accident_1h", Accident1h.class), Wait.REPORTS, "accident"),
    ROAD_CONDITIONS_5M(
            aggregate("road_conditions_5m", RoadConditions5m.class),
            Wait.NONE,
            "camera",
            "vehicle-telemetry",
            "weather"),
    ALERT(new Dataset<>("alert", AlertRow.class, "raised_at"), Wait.NONE, "camera", "vehicle-telemetry", "weather");

    /** What an hour's rows wait for, beside events that are not late. */
    enum Wait {
        NONE,
        /** The end of journeys that began in the hour. */
        JOURNEY,
        /** Reports on accidents of the hour. */
        REPORTS
    }

    private final Dataset<?> dataset;
    private final Wait wait;
    private final List<String> topics;

    KnownDataset(Dataset<?> dataset, Wait wait, String... topics) {
        this.dataset = dataset;
        this.wait = wait;
        this.topics = List.of(topics);
    }

    private static <R extends SpecificRecordBase> Dataset<R> aggregate(String name, Class<R> row) {
        return new Dataset<>(name, row, "window_start");
    }

    /** Fails where there is no dataset of that name. */
    static KnownDataset named(String name) {
        return Arrays.stream(values())
                .filter(known -> known.dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the lake has no dataset " + name));
    }

    Dataset<?> dataset() {
        return dataset;
    }

    Wait waitsFor() {
        return wait;
    }

    List<String> topics() {
        return topics;
    }
}
