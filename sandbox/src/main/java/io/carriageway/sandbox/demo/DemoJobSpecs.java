package io.carriageway.sandbox.demo;

import static io.carriageway.sandbox.demo.Topics.ACCIDENT;
import static io.carriageway.sandbox.demo.Topics.CAMERA;
import static io.carriageway.sandbox.demo.Topics.DETECTION;
import static io.carriageway.sandbox.demo.Topics.TELEMETRY;
import static io.carriageway.sandbox.demo.Topics.WEATHER;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jobs of the demo. One that writes a topic stands before those that read it: in this order they end. */
final class DemoJobSpecs {

    /** Only pictures take the work of both cores. */
    private static final int CAMERA_PARALLELISM = 2;

    /** The product's own rules; a job takes those of its table. */
    private static final List<String> ALERTS = List.of("--alerts", "classpath:alerts.yaml");

    private DemoJobSpecs() {}

    /** The jobs with the user's model, if there is one, and the roads in that file. */
    static List<DemoJob> of(DemoOptions options, Path roads) {
        var model = options.model().map(address -> List.of("--model", address)).orElse(List.of());
        var network = List.of("--network", roads.toUri().toString());
        return List.of(
                new DemoJob(
                        CameraJob.NAME, CAMERA_PARALLELISM, List.of(CAMERA), CameraJob::attach, with(ALERTS, model)),
                new DemoJob(TelemetryJob.NAME, 1, List.of(TELEMETRY), TelemetryJob::attach, with(ALERTS, network)),
                new DemoJob(WeatherJob.NAME, 1, List.of(WEATHER), WeatherJob::attach, ALERTS),
                new DemoJob(AccidentJob.NAME, 1, List.of(ACCIDENT, WEATHER), AccidentJob::attach, network),
                new DemoJob(
                        ConditionsJob.NAME,
                        1,
                        List.of(DETECTION, TELEMETRY, WEATHER, ACCIDENT),
                        ConditionsJob::attach,
                        with(ALERTS, network)));
    }

    private static List<String> with(List<String> options, List<String> others) {
        return Stream.concat(options.stream(), others.stream()).toList();
    }
}
