package io.carriageway.weather;

import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.alert.Thousandths;
import io.carriageway.row.Weather10m;

/** The metrics of weather_10m for alert rules. A micrometre per hour is a thousandth of a millimetre per hour. */
public final class WeatherMetrics implements SiteMetrics<Weather10m> {

    @Override
    public AlertTable table() {
        return AlertTable.WEATHER_10M;
    }

    @Override
    public SiteRow of(Weather10m row) {
        var metrics = new Thousandths()
                .mean("temperature_c", row.getTemperatureMilliCSum(), row.getTemperatureObservations())
                .mean("humidity_pct", row.getHumidityMilliPctSum(), row.getHumidityObservations())
                .mean("wind_speed_ms", row.getWindMmSSum(), row.getWindObservations())
                .milli("wind_max_ms", row.getWindMmSMax())
                .mean("precipitation_mm_h", row.getPrecipitationUmHSum(), row.getPrecipitationObservations())
                .milli("humidex", row.getHumidexMilli())
                .milli("heat_index_c", row.getHeatIndexMilliC());
        return new SiteRow(row.getStationId(), row.getWindowStart().toEpochMilli(), row.getComplete(), metrics.known());
    }
}
