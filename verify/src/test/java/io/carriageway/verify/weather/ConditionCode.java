package io.carriageway.verify.weather;

import io.carriageway.event.WeatherCondition;

/** The condition codes that OpenWeatherMap and Weatherbit share: hundreds are groups, 800 is clear. */
final class ConditionCode {

    private static final int MIST = 701;
    private static final int FOG = 741;
    private static final int CLEAR = 800;

    private ConditionCode() {}

    static WeatherCondition condition(int code) {
        return switch (code / 100) {
            case 2 -> WeatherCondition.THUNDERSTORM;
            case 3 -> WeatherCondition.DRIZZLE;
            case 5 -> WeatherCondition.RAIN;
            case 6 -> WeatherCondition.SNOW;
            case 7 -> code == MIST || code == FOG ? WeatherCondition.FOG : WeatherCondition.OTHER;
            case 8 -> code == CLEAR ? WeatherCondition.CLEAR : WeatherCondition.CLOUDS;
            default -> WeatherCondition.OTHER;
        };
    }
}
