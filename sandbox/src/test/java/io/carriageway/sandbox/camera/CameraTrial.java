package io.carriageway.sandbox.camera;

import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.TestData;
import io.carriageway.sandbox.oracle.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The camera job on ten minutes of four cameras, whose vehicles are drawn by lot. */
public final class CameraTrial extends Trial {

    private static final Duration FRAME_INTERVAL = Duration.ofSeconds(5);
    private static final Duration ALLOWED_LATENESS = Duration.ofMinutes(12);

    private final CameraRun run;
    private final Path rules;

    private CameraTrial(CameraRun run, Path rules, long seed, Duration length) {
        super(
                run,
                (env, arguments) -> CameraJob.attach(env, new BoxesFromBytes(), arguments),
                List.of(new Input(
                        run.topic(run.inputTopic()), () -> CityWithFaults.records(seed, length, FRAME_INTERVAL))));
        this.run = run;
        this.rules = rules;
    }

    /** On a cluster of processes the embedded model looks at the frames. */
    public static CameraTrial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception {
        var rules = TestData.resource("alerts-of-tests.yaml");
        var run = new CameraRun(runtime, name, extent.partitions())
                .cameras(CityWithFaults.carriagewayPolygons(seed))
                .with("partition.lag", "2 min");
        run.raiseAlertsBy(rules);
        return new CameraTrial(run, rules, seed, extent.length());
    }

    @Override
    public void judge() throws Exception {
        try (var oracle = CameraOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, clockMillis(run.topic(run.inputTopic()).clockMillis()), ALLOWED_LATENESS)
                    .areAsStored();
        }
    }
}
