package io.carriageway.weather;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.rangeIfGiven;
import static io.carriageway.intake.FieldRules.time;
import static io.carriageway.intake.TextRules.freeText;

import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Instant;
import java.util.Optional;

/** Validation rules of topic weather: each value is within the bounds of its schema. */
public record WeatherRules() implements TopicRules<WeatherObservation> {

    private static final int MAX_STATION_ID = 64;

    /** Most scales end at 500, but instruments and formulas exceed it: smoke of wildfires has given thousands. */
    private static final int MAX_AIR_QUALITY_INDEX = 9_999;

    @Override
    public Class<WeatherObservation> recordClass() {
        return WeatherObservation.class;
    }

    /** Cuts the sender's texts to their limit. */
    @Override
    public WeatherObservation normalised(WeatherObservation observation) {
        observation.setDescription(freeText(observation.getDescription()));
        return observation;
    }

    @Override
    public String entityId(WeatherObservation observation) {
        return observation.getStationId();
    }

    @Override
    public String identity(WeatherObservation observation) {
        return observation.getStationId() + '\n' + observation.getObservedAt().toEpochMilli();
    }

    @Override
    public Instant eventTime(WeatherObservation observation) {
        return observation.getObservedAt();
    }

    @Override
    public Optional<Rejection> check(WeatherObservation observation) {
        return id("station_id", observation.getStationId(), MAX_STATION_ID)
                .or(() -> time("observed_at", observation.getObservedAt()))
                .or(() -> position(observation.getLatitude(), observation.getLongitude()))
                .or(() -> rangeIfGiven("temperature_c", observation.getTemperatureC(), -90, 60))
                .or(() -> rangeIfGiven("humidity_pct", observation.getHumidityPct(), 0, 100))
                .or(() -> rangeIfGiven("pressure_hpa", observation.getPressureHpa(), 500, 1100))
                .or(() -> rangeIfGiven("wind_speed_ms", observation.getWindSpeedMs(), 0, 120))
                .or(() -> rangeIfGiven("wind_direction_deg", observation.getWindDirectionDeg(), 0, 360))
                .or(() -> rangeIfGiven("precipitation_mm_h", observation.getPrecipitationMmH(), 0, 500))
                .or(() -> rangeIfGiven("visibility_m", observation.getVisibilityM(), 0, 100_000))
                .or(() ->
                        rangeIfGiven("air_quality_index", observation.getAirQualityIndex(), 0, MAX_AIR_QUALITY_INDEX));
    }
}
