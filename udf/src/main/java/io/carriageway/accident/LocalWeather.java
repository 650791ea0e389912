package io.carriageway.accident;

/**
 * What a station observed, as an accident's row has it: whole numbers, each rounded once, a half up.
 *
 * @param distanceMetres from the accident to the station
 * @param temperatureMilliC null, as all after it, where it was not measured
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
