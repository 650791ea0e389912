package io.carriageway.accident;

/**
 * A station's observation as stored in an accident's row: whole numbers, each rounded once, half up.
 *
 * @param distanceMetres distance from the accident to the station
 * @param temperatureMilliC thousandths of a degree Celsius; this and all components after it are null if they were not
 *     measured
 */
public record LocalWeather(
        String stationId,
        long observedAtMillis,
        int distanceMetres,
        String condition,
        Integer temperatureMilliC,
        Integer humidityMilliPct,
        Integer windMmS,
        Integer precipitationUmH,
        Integer visibilityMetres) {

    LocalWeather at(int metres) {
        return new LocalWeather(
                stationId,
                observedAtMillis,
                metres,
                condition,
                temperatureMilliC,
                humidityMilliPct,
                windMmS,
                precipitationUmH,
                visibilityMetres);
    }
}
