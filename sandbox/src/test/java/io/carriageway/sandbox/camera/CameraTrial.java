package io.carriageway.sandbox.camera;

import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The camera job on ten minutes of four cameras, whose vehicles are drawn by lot. */
public final class CameraTrial extends Trial {

    private static final Duration FRAME_INTERVAL = Duration.ofSeconds(5);
    private static final Duration HOLD = Duration.ofMinutes(12);

    private final CameraRun run;
    private final Path rules;

    private CameraTrial(CameraRun run, Path rules, long seed) {
        super(
                run,
                (env, arguments) -> CameraJob.attach(env, new BoxesFromBytes(), arguments),
                List.of(new Input(run.topic(run.inputTopic()), () -> TroubledCity.records(seed, FRAME_INTERVAL))));
        this.run = run;
        this.rules = rules;
    }

    public static CameraTrial of(Sandbox sandbox, String name, long seed) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var run = new CameraRun(sandbox, name, 2)
                .cameras(TroubledCity.roadMasks(seed))
                .with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new CameraTrial(run, rules, seed);
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = CameraOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), HOLD)
                    .areAsStored();
        }
    }
}
