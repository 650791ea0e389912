package io.carriageway.city.world;

/**
 * Light and weather before one camera at one instant, each from 0 to 1. They drift within minutes, and each camera has
 * its own, so that even a short run of the city shows day and night, rain and haze.
 *
 * @param daylight 0 is deep night, 1 is noon
 * @param grain the sensor's noise
 */
public record Conditions(double daylight, double rain, double haze, double grain) {
    private static final double LIGHT_KNOT_SECONDS = 900;
    private static final double WEATHER_KNOT_SECONDS = 600;

    public static Conditions at(long seed, int camera, double seconds) {
        double light = new Drift(seed, 301 + 10L * camera, LIGHT_KNOT_SECONDS).at(seconds);
        double rain = new Drift(seed, 302 + 10L * camera, WEATHER_KNOT_SECONDS).at(seconds);
        double haze = new Drift(seed, 303 + 10L * camera, WEATHER_KNOT_SECONDS).at(seconds);
        double grain = new Drift(seed, 304 + 10L * camera, WEATHER_KNOT_SECONDS).at(seconds);
        return new Conditions(ease(light, 0.22, 0.5), ease(rain, 0.68, 1), ease(haze, 0.7, 1), grain);
    }

    private static double ease(double value, double from, double to) {
        double share = Math.min(1, Math.max(0, (value - from) / (to - from)));
        return share * share * (3 - 2 * share);
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
        return rain > 0.05;
    }

    private boolean hazy() {
        return haze > 0.05;
    }
}
