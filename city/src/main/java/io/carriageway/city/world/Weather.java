package io.carriageway.city.world;

import io.carriageway.event.WeatherCondition;

/**
 * The weather at one place and instant, by what physics allows: condition, visibility, humidity and the rest agree with
 * each other.
 *
 * @param rain as cameras show it, from 0 to 1; sleet and snow appear as rain
 * @param haze as cameras show it, from 0 to 1
 * @param windDirectionDegrees where the wind comes from, clockwise from north
 */
public record Weather(
        double temperatureCelsius,
        double humidityPercent,
        double pressureHectopascal,
        double windMetresPerSecond,
        double windDirectionDegrees,
        double precipitationMillimetresPerHour,
        double visibilityMetres,
        double cloud,
        double rain,
        double haze) {
    /** Least rain that is measured as precipitation and visible to cameras. */
    static final double LEAST_RAIN = 0.05;

    static final double SNOW_BELOW_CELSIUS = 1;
    private static final double FOG_BELOW_METRES = 1000;
    private static final double MIST_BELOW_METRES = 5000;

    public WeatherCondition condition() {
        if (precipitationMillimetresPerHour > 0) {
            return falling();
        }
        if (visibilityMetres < FOG_BELOW_METRES) {
            return WeatherCondition.FOG;
        }
        return cloud > 0.5 ? WeatherCondition.CLOUDS : WeatherCondition.CLEAR;
    }

    private WeatherCondition falling() {
        if (snowing()) {
            return WeatherCondition.SNOW;
        }
        if (precipitationMillimetresPerHour < 0.5) {
            return WeatherCondition.DRIZZLE;
        }
        boolean storm = precipitationMillimetresPerHour > 6 && temperatureCelsius > 12;
        return storm ? WeatherCondition.THUNDERSTORM : WeatherCondition.RAIN;
    }

    boolean snowing() {
        return precipitationMillimetresPerHour > 0 && temperatureCelsius < SNOW_BELOW_CELSIUS;
    }

    public String description() {
        String mist = visibilityMetres < MIST_BELOW_METRES ? " and mist" : "";
        return switch (condition()) {
            case CLEAR -> "clear sky" + mist;
            case CLOUDS -> "clouds" + mist;
            case DRIZZLE -> "drizzle" + mist;
            case RAIN -> (precipitationMillimetresPerHour > 4 ? "heavy rain" : "rain") + mist;
            case SNOW -> "snow";
            case FOG -> "fog";
            case THUNDERSTORM -> "thunderstorm";
            case OTHER -> "other";
        };
    }

    /** The condition of the road. */
    public String surface() {
        return precipitationMillimetresPerHour == 0 ? "dry" : snowing() ? "snow" : "wet";
    }

    /** The dew point by Magnus's formula, never above the temperature. */
    public double dewPointCelsius() {
        double gamma =
                StrictMath.log(humidityPercent / 100) + 17.62 * temperatureCelsius / (243.12 + temperatureCelsius);
        return 243.12 * gamma / (17.62 - gamma);
    }
}
