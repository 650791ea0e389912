package io.carriageway.city.world;

/**
 * Light and weather at one camera and instant, each from 0 to 1. The weather is the city's. Light changes within
 * minutes and differs by camera, unlike in nature, so that even a short run shows day and night.
 *
 * @param daylight 0 is deep night, 1 is noon
 * @param grain the sensor's noise
 */
public record Conditions(double daylight, double rain, double haze, double grain) {
    private static final double LIGHT_KNOT_SECONDS = 900;
    private static final double GRAIN_KNOT_SECONDS = 600;

    public static Conditions at(long seed, int camera, double seconds, Weather weather) {
        double light = new SmoothNoise(seed, 301 + 10L * camera, LIGHT_KNOT_SECONDS).at(seconds);
        double grain = new SmoothNoise(seed, 304 + 10L * camera, GRAIN_KNOT_SECONDS).at(seconds);
        return new Conditions(SmoothNoise.eased((light - 0.22) / 0.28), weather.rain(), weather.haze(), grain);
    }

    public boolean lampsLit() {
        return daylight < 0.5;
    }

    public String light() {
        return daylight < 0.25 ? "night" : daylight < 0.75 ? "dusk" : "day";
    }

    public String weather() {
        return rainInHaze() ? "rain-in-haze" : raining() ? "rain" : hazy() ? "haze" : "clear";
    }

    public boolean rainInHaze() {
        return raining() && hazy();
    }

    private boolean raining() {
        return rain > Weather.LEAST_RAIN;
    }

    private boolean hazy() {
        return haze > 0.05;
    }
}
