package io.carriageway.sandbox.telemetry;

import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The telemetry job on ten minutes of vehicles. */
public final class TelemetryTrial extends Trial {

    private static final Duration HOLD = Duration.ofMinutes(12);

    private final TelemetryRun run;
    private final Path rules;

    private TelemetryTrial(TelemetryRun run, Path rules, long seed) {
        super(
                run,
                TelemetryJob::attach,
                List.of(new Input(run.topic(run.inputTopic()), () -> TroubledVehicles.records(seed))));
        this.run = run;
        this.rules = rules;
    }

    public static TelemetryTrial of(Sandbox sandbox, String name, long seed) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var roads = Files.writeString(
                sandbox.folder().resolve(name + ".geojson"),
                TestStreets.geoJson(TroubledVehicles.START.plus(Duration.ofMinutes(5))));
        var run =
                new TelemetryRun(sandbox, name, 2, roads, TroubledVehicles.JOURNEY_GAP).with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new TelemetryTrial(run, rules, seed);
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = TelemetryOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.agreesWithSpeeds();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), HOLD)
                    .areAsStored();
        }
    }
}
