package io.carriageway.city;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * All options of a city. Cities with equal options produce equal bytes, so the options are serialized and sent to
 * tasks, and never the city.
 *
 * @param frameInterval time between two pictures of a camera
 * @param telemetryInterval time between two reports of a vehicle on tour
 * @param observationInterval time between two observations of a weather station
 * @param accidentInterval mean time between two accidents
 * @param first the instant of the first picture, and the city's second zero
 */
public record CityConfig(
        long seed,
        int cameras,
        int vehicles,
        int stations,
        Duration frameInterval,
        Duration telemetryInterval,
        Duration observationInterval,
        Duration accidentInterval,
        Instant first)
        implements Serializable {

    public CityConfig {
        if (cameras < 1 || cameras > 99) {
            throw new IllegalArgumentException("a city has 1 to 99 cameras, not " + cameras);
        }
        if (vehicles < 0 || vehicles > 100_000) {
            throw new IllegalArgumentException("a city has 0 to 100000 vehicles, not " + vehicles);
        }
        if (stations < 0 || stations > 99) {
            throw new IllegalArgumentException("a city has 0 to 99 weather stations, not " + stations);
        }
        requirePositive("a frame interval", frameInterval);
        requirePositive("a telemetry interval", telemetryInterval);
        requirePositive("an observation interval", observationInterval);
        requirePositive("an accident interval", accidentInterval);
    }

    private static void requirePositive(String name, Duration interval) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is at least 1 ms, not " + interval);
        }
    }

    public static CityConfig defaults() {
        return new CityConfig(
                1,
                8,
                400,
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(20),
                Instant.parse("2026-03-02T07:00:00Z"));
    }

    public CityConfig withSeed(long other) {
        return new CityConfig(
                other,
                cameras,
                vehicles,
                stations,
                frameInterval,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                first);
    }

    public CityConfig withCameras(int other) {
        return new CityConfig(
                seed,
                other,
                vehicles,
                stations,
                frameInterval,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                first);
    }

    public CityConfig withVehicles(int other) {
        return new CityConfig(
                seed,
                cameras,
                other,
                stations,
                frameInterval,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                first);
    }

    public CityConfig withStations(int other) {
        return new CityConfig(
                seed,
                cameras,
                vehicles,
                other,
                frameInterval,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                first);
    }

    public CityConfig withFrameInterval(Duration other) {
        return new CityConfig(
                seed,
                cameras,
                vehicles,
                stations,
                other,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                first);
    }

    public CityConfig withTelemetryInterval(Duration other) {
        return new CityConfig(
                seed, cameras, vehicles, stations, frameInterval, other, observationInterval, accidentInterval, first);
    }

    public CityConfig withObservationInterval(Duration other) {
        return new CityConfig(
                seed, cameras, vehicles, stations, frameInterval, telemetryInterval, other, accidentInterval, first);
    }

    public CityConfig withAccidentInterval(Duration other) {
        return new CityConfig(
                seed, cameras, vehicles, stations, frameInterval, telemetryInterval, observationInterval, other, first);
    }

    public CityConfig withFirst(Instant other) {
        return new CityConfig(
                seed,
                cameras,
                vehicles,
                stations,
                frameInterval,
                telemetryInterval,
                observationInterval,
                accidentInterval,
                other);
    }
}
