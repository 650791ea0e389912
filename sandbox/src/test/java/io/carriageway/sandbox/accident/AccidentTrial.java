package io.carriageway.sandbox.accident;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.Trial;
import io.carriageway.sandbox.telemetry.TestStreets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** The accident job on an hour of accidents and weather. */
public final class AccidentTrial extends Trial {

    private final AccidentRun run;

    private AccidentTrial(AccidentRun run, long seed, Duration length) {
        super(
                run,
                AccidentJob::attach,
                List.of(
                        new Input(run.weatherTopic(), () -> WeatherThere.records(seed, ReportsWithFaults.END)),
                        new Input(run.topic(run.inputTopic()), () -> ReportsWithFaults.records(seed, length))));
        this.run = run;
    }

    public static AccidentTrial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception {
        var roads = Files.writeString(
                runtime.servers().folder().resolve(name + ".geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(5))));
        var run = new AccidentRun(runtime, name, extent.partitions(), roads)
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                .with("partition.lag", "2 min");
        return new AccidentTrial(run, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = AccidentOracle.of(run)) {
            oracle.agreesWithEverything();
        }
    }
}
