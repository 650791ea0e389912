package io.carriageway.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.WeatherObservationRow;
import java.time.Instant;

/** Makes the lake's row of an observation: all its fields, and where and when it arrived. */
public final class WeatherRows {

    private WeatherRows() {}

    public static WeatherObservationRow accepted(ReceivedEvent<WeatherObservation> observation) {
        return row(observation, false);
    }

    public static WeatherObservationRow late(ReceivedEvent<WeatherObservation> observation) {
        return row(observation, true);
    }

    private static WeatherObservationRow row(ReceivedEvent<WeatherObservation> observation, boolean late) {
        var event = observation.event();
        var arrival = observation.origin();
        return new WeatherObservationRow(
                event.getStationId(),
                event.getObservedAt(),
                event.getLatitude(),
                event.getLongitude(),
                event.getTemperatureC(),
                event.getHumidityPct(),
                event.getPressureHpa(),
                event.getWindSpeedMs(),
                event.getWindDirectionDeg(),
                event.getPrecipitationMmH(),
                event.getVisibilityM(),
                event.getCondition().name(),
                event.getDescription(),
                event.getAirQualityIndex(),
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                Instant.ofEpochMilli(arrival.timeMillis()),
                late);
    }
}
