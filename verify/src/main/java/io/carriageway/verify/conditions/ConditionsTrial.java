package io.carriageway.verify.conditions;

import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.oracle.Extent;
import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.telemetry.VehiclesWithFaults;
import io.carriageway.verify.weather.StationsWithFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The road conditions job on two hours of cameras, at least one hour of weather and accidents, and some vehicles. */
public final class ConditionsTrial extends Trial {

    private static final String DETECTION = "detection";
    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(14);

    private final ConditionsRun run;
    private final Path rules;

    private ConditionsTrial(ConditionsRun run, Path rules, long seed, Duration vehicles, Duration others) {
        super(
                run,
                ConditionsJob::attach,
                List.of(
                        input(run, DETECTION, () -> DetectionsWithFaults.records(seed)),
                        input(run, "vehicle-telemetry", () -> VehiclesWithFaults.records(seed, vehicles)),
                        input(run, "weather", () -> StationsWithFaults.records(seed, others)),
                        input(run, "accident", () -> ReportsWithFaults.records(seed, others))));
        this.run = run;
        this.rules = rules;
    }

    private static Input input(ConditionsRun run, String topic, Supplier<List<Sent>> records) {
        return new Input(run.input(topic), () -> ReportsWithFaults.withEnd(records.get()), !topic.equals(DETECTION));
    }

    /** The length applies to the vehicles; detections always have two hours. */
    public static ConditionsTrial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var roads = Files.writeString(
                runtime.servers().folder().resolve(name + ".geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(7))));
        var run = new ConditionsRun(runtime, name, extent.partitions(), roads, Duration.ofMinutes(40))
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                .with("partition.lag", DetectionsWithFaults.PARTITION_LAG.toMinutes() + " min");
        run.raiseAlertsBy(rules);
        var hour = Duration.ofHours(1);
        var others = extent.length().compareTo(hour) < 0 ? hour : extent.length();
        return new ConditionsTrial(run, rules, seed, extent.length(), others);
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = ConditionsOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, clockMillis(ReportsWithFaults.END.toEpochMilli()), ALLOWED_LATENESS)
                    .areAsStored();
        }
    }
}
