package io.carriageway.sandbox.telemetry;

import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The telemetry job on ten minutes of vehicles. */
public final class TelemetryTrial extends Trial {

    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(12);

    private final TelemetryRun run;
    private final Path rules;

    private TelemetryTrial(TelemetryRun run, Path rules, long seed, Duration length) {
        super(
                run,
                TelemetryJob::attach,
                List.of(new Input(run.topic(run.inputTopic()), () -> VehiclesWithFaults.records(seed, length))));
        this.run = run;
        this.rules = rules;
    }

    public static TelemetryTrial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var roads = Files.writeString(
                runtime.servers().folder().resolve(name + ".geojson"),
                TestStreets.geoJson(VehiclesWithFaults.START.plus(Duration.ofMinutes(5))));
        var run = new TelemetryRun(runtime, name, extent.partitions(), roads, VehiclesWithFaults.JOURNEY_GAP)
                .with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new TelemetryTrial(run, rules, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = TelemetryOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.agreesWithSpeeds();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), ALLOWED_LATENESS)
                    .areAsStored();
        }
    }
}
