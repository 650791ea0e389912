package io.carriageway.city;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * All that a city is made from. Two cities of equal options are equal in every byte they ever produce, so the options
 * travel to where the city is needed, never the city.
 *
 * @param frameInterval how often each camera takes a picture
 * @param first the instant of the first picture, and the city's second zero
 */
public record CityOptions(long seed, int cameras, int vehicles, Duration frameInterval, Instant first)
        implements Serializable {

    public CityOptions {
        if (cameras < 1 || cameras > 99) {
            throw new IllegalArgumentException("a city has 1 to 99 cameras, not " + cameras);
        }
        if (vehicles < 0 || vehicles > 100_000) {
            throw new IllegalArgumentException("a city has 0 to 100000 vehicles, not " + vehicles);
        }
        if (frameInterval.toMillis() < 1) {
            throw new IllegalArgumentException("a frame interval is at least 1 ms, not " + frameInterval);
        }
    }

    public static CityOptions defaults() {
        return new CityOptions(1, 8, 400, Duration.ofSeconds(2), Instant.parse("2026-03-02T07:00:00Z"));
    }

    public CityOptions withSeed(long other) {
        return new CityOptions(other, cameras, vehicles, frameInterval, first);
    }

    public CityOptions withCameras(int other) {
        return new CityOptions(seed, other, vehicles, frameInterval, first);
    }

    public CityOptions withVehicles(int other) {
        return new CityOptions(seed, cameras, other, frameInterval, first);
    }

    public CityOptions withFrameInterval(Duration other) {
        return new CityOptions(seed, cameras, vehicles, other, first);
    }

    public CityOptions withFirst(Instant other) {
        return new CityOptions(seed, cameras, vehicles, frameInterval, other);
    }
}
