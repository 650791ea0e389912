package io.carriageway.sandbox.trial;

import io.carriageway.sandbox.JobPlace;
import io.carriageway.sandbox.accident.AccidentTrial;
import io.carriageway.sandbox.camera.CameraTrial;
import io.carriageway.sandbox.conditions.ConditionsTrial;
import io.carriageway.sandbox.oracle.Trial;
import io.carriageway.sandbox.telemetry.TelemetryTrial;
import io.carriageway.sandbox.weather.WeatherTrial;
import java.time.Duration;
import java.util.Locale;

/** The live jobs, each with a trial of its own. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
public enum TrialJob {
    WEATHER(WeatherTrial::of),
    TELEMETRY(TelemetryTrial::of),
    CAMERA(CameraTrial::of),
    ACCIDENT(AccidentTrial::of),
    CONDITIONS(ConditionsTrial::of);

    private static final Duration HOUR = Duration.ofHours(1);

    private interface Make {
        Trial of(JobPlace place, String name, long seed) throws Exception;
    }

    private final Make make;

    TrialJob(Make make) {
        this.make = make;
    }

    /** A trial with topics, a database and a lake of that name. */
    public Trial trial(JobPlace place, String name, long seed) throws Exception {
        return make.of(place, name, seed);
    }

    /** The same with at least an hour of input. */
    public Trial longTrial(JobPlace place, String name, long seed) throws Exception {
        return switch (this) {
            case TELEMETRY -> TelemetryTrial.of(place, name, seed, HOUR);
            case CAMERA -> CameraTrial.of(place, name, seed, HOUR);
            case WEATHER, ACCIDENT, CONDITIONS -> trial(place, name, seed);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
