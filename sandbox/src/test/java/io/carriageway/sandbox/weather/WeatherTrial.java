package io.carriageway.sandbox.weather;

import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The weather job on an hour of four stations. */
public final class WeatherTrial extends Trial {

    private static final Duration HOLD = Duration.ofMinutes(12);

    private final WeatherRun run;
    private final Path rules;

    private WeatherTrial(WeatherRun run, Path rules, long seed) {
        super(
                run,
                WeatherJob::attach,
                List.of(new Input(run.topic(run.inputTopic()), () -> TroubledStations.records(seed))));
        this.run = run;
        this.rules = rules;
    }

    public static WeatherTrial of(Sandbox sandbox, String name, long seed) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var run = new WeatherRun(sandbox, name, 2).with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new WeatherTrial(run, rules, seed);
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = WeatherOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), HOLD)
                    .areAsStored();
        }
    }
}
