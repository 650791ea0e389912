package io.carriageway.sandbox.parity;

import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs of the suite, what each reads, and what it stores. Others read topics that a job before them owns. */
@SuppressWarnings("ImmutableEnumChecker") // lists and maps that nobody changes
enum CityJob {
    WEATHER(
            WeatherJob::attach,
            Duration.ofMinutes(10),
            List.of("weather"),
            List.of(
                    Stored.table("weather_10m", "window_start"),
                    Stored.ledger("weather"),
                    Stored.dataset("weather_10m", "window_start"),
                    Stored.events("weather", "observed_at"))),
    TELEMETRY(
            TelemetryJob::attach,
            Duration.ofMinutes(1),
            List.of("vehicle-telemetry"),
            List.of(
                    Stored.table("segment_speed_1m", "window_start"),
                    Stored.table("telemetry_match_1m", "window_start"),
                    Stored.table("journey", "started_at"),
                    Stored.ledger("vehicle-telemetry"),
                    Stored.dataset("segment_speed_1m", "window_start"),
                    Stored.dataset("telemetry_match_1m", "window_start"),
                    Stored.dataset("journey", "started_at"),
                    Stored.events("vehicle_telemetry", "recorded_at"))),
    CAMERA(
            CameraJob::attach,
            Duration.ofMinutes(1),
            List.of("camera", "detection"),
            List.of(
                    Stored.table("camera_traffic_1m", "window_start"),
                    Stored.ledger("camera").liveOnly(),
                    Stored.dataset("camera_traffic_1m", "window_start"),
                    Stored.events("camera", "captured_at").liveOnly(),
                    Stored.dataset("detection", "captured_at").liveOnly())),
    ACCIDENT(
            AccidentJob::attach,
            Duration.ofHours(1),
            List.of("accident", "weather"),
            List.of(
                    Stored.table("accident", "occurred_at"),
                    Stored.table("accident_1h", "window_start"),
                    Stored.ledger("accident"),
                    Stored.dataset("accident_final", "occurred_at"),
                    Stored.dataset("accident_1h", "window_start"),
                    Stored.events("accident", "reported_at"))),
    CONDITIONS(
            ConditionsJob::attach,
            Duration.ofMinutes(5),
            List.of("detection", "vehicle-telemetry", "weather", "accident"),
            List.of(
                    Stored.table("road_conditions_5m", "window_start"),
                    Stored.dataset("road_conditions_5m", "window_start")));

    interface Attach {
        JobSinks to(StreamExecutionEnvironment env, String... arguments) throws Exception;
    }

    /** An accident is reported for so long. */
    private static final Duration REPORT_LIMIT = Duration.ofMinutes(30);

    private static final Duration JOURNEY_LOOKAHEAD = Duration.ofMinutes(15);

    private final Attach attach;
    private final Duration largestWindow;
    private final List<String> topics;
    private final List<Stored> stored;

    CityJob(Attach attach, Duration largestWindow, List<String> topics, List<Stored> stored) {
        this.attach = attach;
        this.largestWindow = largestWindow;
        this.topics = topics;
        this.stored = stored;
    }

    JobSinks attach(StreamExecutionEnvironment env, String... arguments) throws Exception {
        return attach.to(env, arguments);
    }

    Duration largestWindow() {
        return largestWindow;
    }

    /** The topics that it reads or, if it owns them, fills. */
    List<String> topics() {
        return topics;
    }

    boolean reads(String topic) {
        return topics.contains(topic) && !(this == CAMERA && topic.equals("detection"));
    }

    List<Stored> stored() {
        return stored;
    }

    /** How long after its range a bounded run reads, lateness aside. */
    Duration lookahead() {
        return switch (this) {
            case TELEMETRY -> JOURNEY_LOOKAHEAD;
            case ACCIDENT -> REPORT_LIMIT.multipliedBy(2);
            case WEATHER, CAMERA, CONDITIONS -> Duration.ZERO;
        };
    }

    /** The options that are the same in every run. */
    Map<String, String> options(String network) {
        return switch (this) {
            case WEATHER, CAMERA -> Map.of();
            case TELEMETRY ->
                Map.of(
                        "network",
                        network,
                        "journey.gap",
                        "1 min",
                        "journey.lookahead",
                        JOURNEY_LOOKAHEAD.toMinutes() + " min");
            case ACCIDENT -> Map.of("network", network, "report.limit", REPORT_LIMIT.toMinutes() + " min");
            case CONDITIONS ->
                Map.of(
                        "network",
                        network,
                        "report.limit",
                        REPORT_LIMIT.toMinutes() + " min",
                        "accident.active-for",
                        "40 min");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
