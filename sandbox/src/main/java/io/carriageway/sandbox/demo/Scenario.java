package io.carriageway.sandbox.demo;

import io.carriageway.city.CityOptions;
import io.carriageway.city.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The city of the demo, of a size that two cores keep up with, and how long it lives. It opens with whole minutes of
 * the past, sent at once, so that there are rows to look at without waiting for a minute to pass.
 */
record Scenario(CityOptions city, Optional<Duration> life) {

    static final Duration PROLOGUE = Duration.ofMinutes(3);

    static Scenario at(Instant now, Optional<Duration> life) {
        var start = now.truncatedTo(ChronoUnit.MINUTES).minus(PROLOGUE);
        return new Scenario(CityOptions.defaults().withFirst(start), life);
    }

    /** How many frames the simulator will send: all of the prologue and of life. */
    long plannedFrames() {
        return new Rhythm(city.cameras(), city.frameInterval()).before(PROLOGUE.plus(life.orElseThrow()));
    }

    /** The simulator's options; with those of Kafka they make it publish this scenario. */
    List<String> simulatorOptions() {
        var options = new ArrayList<>(List.of(
                "--topics", "camera",
                "--seed", String.valueOf(city.seed()),
                "--cameras", String.valueOf(city.cameras()),
                "--vehicles", String.valueOf(city.vehicles()),
                "--frame.interval", city.frameInterval().toMillis() + " ms",
                "--start", city.first().toString(),
                "--prologue", PROLOGUE.toSeconds() + " s"));
        life.ifPresent(duration -> options.addAll(List.of("--duration", duration.toSeconds() + " s")));
        return options;
    }
}
