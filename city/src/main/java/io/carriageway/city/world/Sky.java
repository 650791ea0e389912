package io.carriageway.city.world;

import java.time.Instant;

/**
 * The weather of the city: rain and haze come and go within minutes, so that a short run shows them, over a temperature
 * that follows season, hour and latitude. A front crosses the city at some 8 m/s, so places have the same weather
 * seconds apart.
 */
public final class Sky {
    static final double KNOT_SECONDS = 600;
    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_SECONDS = 365.2425 * DAY_SECONDS;
    private static final double COLDEST_DAY = 18;
    private static final double WARMEST_HOUR = 15;
    /** The front comes from the west-south-west. */
    private static final double FRONT_EAST_SECONDS_PER_METRE = 0.11;

    private static final double FRONT_NORTH_SECONDS_PER_METRE = 0.05;

    private final LocalProjection projection;
    private final double firstSeconds;
    private final SmoothNoise rain;
    private final SmoothNoise haze;
    private final SmoothNoise cloud;
    private final SmoothNoise warmth;
    private final SmoothNoise moisture;
    private final SmoothNoise pressure;
    private final SmoothNoise wind;
    private final SmoothNoise windDirection;

    public Sky(long seed, LocalProjection projection, Instant first) {
        this.projection = projection;
        this.firstSeconds = first.toEpochMilli() / 1000.0;
        this.rain = new SmoothNoise(seed, 602_001, KNOT_SECONDS);
        this.haze = new SmoothNoise(seed, 602_002, KNOT_SECONDS);
        this.cloud = new SmoothNoise(seed, 602_003, 2 * KNOT_SECONDS);
        this.warmth = new SmoothNoise(seed, 602_004, 3 * DAY_SECONDS);
        this.moisture = new SmoothNoise(seed, 602_005, DAY_SECONDS / 2);
        this.pressure = new SmoothNoise(seed, 602_006, DAY_SECONDS / 2);
        this.wind = new SmoothNoise(seed, 602_007, 2 * KNOT_SECONDS);
        this.windDirection = new SmoothNoise(seed, 602_008, DAY_SECONDS / 4);
    }

    /** The weather in the city's centre, on which the city's traffic depends. */
    public Weather at(double seconds) {
        return over(seconds, 0);
    }

    /**
     * The weather at a place.
     *
     * @param warmerCelsius how much warmer it is there than in the city
     */
    public Weather at(double seconds, Place place, double warmerCelsius) {
        double later =
                place.eastMetres() * FRONT_EAST_SECONDS_PER_METRE + place.northMetres() * FRONT_NORTH_SECONDS_PER_METRE;
        return over(seconds - later, warmerCelsius);
    }

    /** The share by which weather reduces the speed of traffic. */
    double slowdown(double seconds) {
        Weather weather = at(seconds);
        double slippery = weather.snowing() ? 0.45 : 0.3;
        return Math.min(0.5, slippery * weather.rain() + 0.15 * weather.haze());
    }

    private Weather over(double seconds, double warmerCelsius) {
        double rainSeen = eased(rain.at(seconds), 0.68, 1);
        double hazeSeen = eased(haze.at(seconds), 0.7, 1);
        double clouds = Math.max(cloud.at(seconds), Math.max(eased(rainSeen, 0, 0.1), hazeSeen));
        double dull = Math.max(eased(rainSeen, 0, 0.4), eased(hazeSeen, 0, 0.5));
        double celsius = warmerCelsius + temperature(seconds, dull, clouds);
        double millimetres = precipitation(rainSeen);
        double calm = 1 - 0.9 * eased(hazeSeen, 0, 0.6);
        return new Weather(
                celsius,
                humidity(seconds, rainSeen, hazeSeen),
                1015 + 30 * (pressure.at(seconds) - 0.5) - 4 * rainSeen,
                calm * (0.4 + 9 * square(wind.at(seconds)) + 4 * rainSeen),
                (250 + 160 * (windDirection.at(seconds) - 0.5) + 20 * (wind.at(seconds) - 0.5)) % 360,
                millimetres,
                visibility(millimetres, celsius, hazeSeen),
                clouds,
                rainSeen,
                hazeSeen);
    }

    /** Season and hour by the sun, weeks that are warmer or colder, and less of the sun under a dull sky. */
    private double temperature(double seconds, double dull, double clouds) {
        double latitude = projection.centreLatitude();
        double utc = firstSeconds + seconds;
        double mean = 28 - 0.35 * Math.abs(latitude);
        double season =
                -0.22 * latitude * StrictMath.cos(2 * StrictMath.PI * (utc - COLDEST_DAY * DAY_SECONDS) / YEAR_SECONDS);
        double anomaly = 10 * (warmth.at(seconds) - 0.5);
        double sun = (5 - 2 * clouds) * (1 - 0.6 * dull) * StrictMath.cos(hourAngle(utc));
        return mean + season + anomaly + sun - 2 * dull;
    }

    /** 0 at the warmest hour of the day, in solar time. */
    private double hourAngle(double utcSeconds) {
        double solar = utcSeconds + projection.centreLongitude() / 360 * DAY_SECONDS;
        return 2 * StrictMath.PI * (solar / DAY_SECONDS - WARMEST_HOUR / 24);
    }

    /** Lowest when it is warmest; fog is saturated air, and rain moistens it. */
    private double humidity(double seconds, double rainSeen, double hazeSeen) {
        double dry = 62 + 36 * (moisture.at(seconds) - 0.5) - 12 * StrictMath.cos(hourAngle(firstSeconds + seconds));
        double moist = 1 - (1 - eased(hazeSeen, 0, 0.5)) * (1 - 0.85 * eased(rainSeen, 0, 0.4));
        return dry + (100 - dry) * moist;
    }

    private static double precipitation(double rainSeen) {
        return rainSeen <= Weather.LEAST_RAIN
                ? 0
                : 0.1 + 11.9 * square((rainSeen - Weather.LEAST_RAIN) / (1 - Weather.LEAST_RAIN));
    }

    /** The extinction of clean air, haze and precipitation adds up; snow counts four times as much as rain. */
    private static double visibility(double millimetres, double celsius, double hazeSeen) {
        boolean snow = celsius < Weather.SNOW_BELOW_CELSIUS;
        double dimming =
                1 / 25_000.0 + hazeSeen * hazeSeen / 420 + hazeSeen / 12_000 + millimetres * (snow ? 4 : 1) / 30_000;
        return 1 / dimming;
    }

    private static double eased(double value, double from, double to) {
        return SmoothNoise.eased((value - from) / (to - from));
    }

    private static double square(double value) {
        return value * value;
    }
}
