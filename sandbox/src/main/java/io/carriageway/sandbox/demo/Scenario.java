package io.carriageway.sandbox.demo;

import io.carriageway.city.CityConfig;
import io.carriageway.city.EmissionSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The city of the demo, of a size that two cores can process, and its length. It begins with a prologue that is sent at
 * once, so that whole hours, trips and accidents are visible without waiting.
 */
public record Scenario(CityConfig city, Optional<Duration> life) {

    static final Duration PROLOGUE = Duration.ofMinutes(70);

    /** Rendering is slow, so most of the prologue has no pictures. */
    static final Duration PROLOGUE_FRAMES = Duration.ofMinutes(3);

    public static Scenario at(Instant now, Optional<Duration> life) {
        var start = now.truncatedTo(ChronoUnit.MINUTES).minus(PROLOGUE);
        return new Scenario(CityConfig.defaults().withFirst(start), life);
    }

    /** Number of frames that the simulator will send: those of the end of the prologue, and those of the live phase. */
    long plannedFrames() {
        var schedule = new EmissionSchedule(city.cameras(), city.frameInterval());
        return schedule.before(PROLOGUE.plus(life.orElseThrow())) - schedule.before(PROLOGUE.minus(PROLOGUE_FRAMES));
    }

    /** The simulator's options for this scenario, without the brokers. */
    public List<String> simulatorOptions() {
        var options = new ArrayList<>(List.of(
                "--seed", String.valueOf(city.seed()),
                "--cameras", String.valueOf(city.cameras()),
                "--vehicles", String.valueOf(city.vehicles()),
                "--stations", String.valueOf(city.stations()),
                "--frame.interval", millis(city.frameInterval()),
                "--telemetry.interval", millis(city.telemetryInterval()),
                "--observation.interval", millis(city.observationInterval()),
                "--accident.interval", millis(city.accidentInterval()),
                "--start", city.first().toString(),
                "--prologue", millis(PROLOGUE)));
        options.addAll(List.of("--prologue.frames", millis(PROLOGUE_FRAMES)));
        life.ifPresent(duration -> options.addAll(List.of("--duration", millis(duration))));
        return options;
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
