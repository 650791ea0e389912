package io.carriageway.conditions;

import io.carriageway.accident.LocalWeather;
import io.carriageway.geo.Zone;
import io.carriageway.row.RoadConditions5m;
import java.time.Instant;

/** Makes the row of a zone's window. Missing data is null, never 0. */
final class ZoneRow {

    private ZoneRow() {}

    static RoadConditions5m of(
            Zone zone, ZoneTraffic traffic, ActiveAccidents accidents, ZoneWeather weather, boolean complete) {
        var row = RoadConditions5m.newBuilder()
                .setZoneId(zone.zoneId())
                .setWindowStart(Instant.ofEpochMilli(traffic.windowStart()))
                .setFrames(traffic.frames())
                .setVehicleSum(traffic.frames() == 0 ? null : traffic.vehicleSum())
                .setSamples(traffic.samples())
                .setActiveAccidents(accidents.active(zone.zoneId()))
                .setEventCount(
                        traffic.frames() + traffic.samples() + accidents.reports(zone.zoneId()) + weather.count())
                .setRevision(0)
                .setComplete(complete);
        addSpeed(row, traffic);
        addWeather(row, weather.at(zone));
        return row.build();
    }

    private static void addSpeed(RoadConditions5m.Builder row, ZoneTraffic traffic) {
        if (traffic.samples() > 0) {
            row.setVehicles(traffic.vehicles())
                    .setP50Kmh(traffic.p50Kmh())
                    .setFreeFlowSumMh(traffic.freeFlowSumMh())
                    .setLevelOfService(LevelOfService.of(traffic.p50Kmh(), traffic.samples(), traffic.freeFlowSumMh())
                            .name());
        }
    }

    private static void addWeather(RoadConditions5m.Builder row, LocalWeather weather) {
        if (weather != null) {
            row.setWeatherStationId(weather.stationId())
                    .setWeatherObservedAt(Instant.ofEpochMilli(weather.observedAtMillis()))
                    .setWeatherDistanceM(weather.distanceMetres())
                    .setWeatherCondition(weather.condition())
                    .setWeatherTemperatureMilliC(weather.temperatureMilliC())
                    .setWeatherHumidityMilliPct(weather.humidityMilliPct())
                    .setWeatherWindMmS(weather.windMmS())
                    .setWeatherPrecipitationUmH(weather.precipitationUmH())
                    .setWeatherVisibilityM(weather.visibilityMetres());
        }
    }
}
