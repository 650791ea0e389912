package io.carriageway.sandbox.trial;

import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.accident.AccidentTrial;
import io.carriageway.sandbox.camera.CameraTrial;
import io.carriageway.sandbox.conditions.ConditionsTrial;
import io.carriageway.sandbox.oracle.Extent;
import io.carriageway.sandbox.oracle.Trial;
import io.carriageway.sandbox.telemetry.TelemetryTrial;
import io.carriageway.sandbox.weather.WeatherTrial;
import java.time.Duration;
import java.util.Locale;

/** The live jobs, each with a trial of its own. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
public enum TrialJob {
    WEATHER(WeatherTrial::of, 60, 60),
    TELEMETRY(TelemetryTrial::of, 10, 60),
    CAMERA(CameraTrial::of, 10, 60),
    ACCIDENT(AccidentTrial::of, 60, 60),
    CONDITIONS(ConditionsTrial::of, 10, 125);

    private interface Make {
        Trial of(FlinkRuntime runtime, String name, long seed, Extent extent) throws Exception;
    }

    private final Make make;
    private final Extent usual;
    private final Extent longer;

    TrialJob(Make make, int minutes, int longMinutes) {
        this.make = make;
        this.usual = new Extent(Duration.ofMinutes(minutes), 2);
        // enough for a parallelism of three, which needs a partition for each reader
        this.longer = new Extent(Duration.ofMinutes(longMinutes), 3);
    }

    /** A trial with topics, a database and a lake of that name. */
    public Trial trial(FlinkRuntime runtime, String name, long seed) throws Exception {
        return make.of(runtime, name, seed, usual);
    }

    /** The same in three partitions, with an hour or more of every input, so that no topic is silent for long. */
    public Trial longTrial(FlinkRuntime runtime, String name, long seed) throws Exception {
        return make.of(runtime, name, seed, longer);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
