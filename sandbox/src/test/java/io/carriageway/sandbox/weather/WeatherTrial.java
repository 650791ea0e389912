package io.carriageway.sandbox.weather;

import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The weather job on an hour of four stations. */
public final class WeatherTrial extends Trial {

    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(12);

    private final WeatherRun run;
    private final Path rules;

    private WeatherTrial(WeatherRun run, Path rules, long seed, Duration length) {
        super(
                run,
                WeatherJob::attach,
                List.of(new Input(run.topic(run.inputTopic()), () -> StationsWithFaults.records(seed, length))));
        this.run = run;
        this.rules = rules;
    }

    public static WeatherTrial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var run = new WeatherRun(runtime, name, extent.partitions()).with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new WeatherTrial(run, rules, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = WeatherOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), ALLOWED_LATENESS)
                    .areAsStored();
        }
    }
}
