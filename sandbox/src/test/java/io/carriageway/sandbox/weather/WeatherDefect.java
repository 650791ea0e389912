package io.carriageway.sandbox.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.topic.EventDefect;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A way to spoil a good observation; its name is the reason for which the record must be refused. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
enum WeatherDefect implements EventDefect<WeatherObservation> {
    EMPTY_VALUE(observation -> observation, bytes -> null),
    WRONG_MAGIC(observation -> observation, bytes -> "[]".getBytes(StandardCharsets.UTF_8)),
    FIELD_MISSING(observation -> observation, bytes -> "{\"cod\":401}".getBytes(StandardCharsets.UTF_8)),
    FIELD_INVALID(observation -> observation, bytes -> "{\"observed_at\":\"now\"}".getBytes(StandardCharsets.UTF_8)),
    UNKNOWN_SCHEMA(observation -> observation, EventDefect::underUnknownSchema),
    CORRUPT(observation -> observation, bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
    ID_INVALID(observation -> observation.setStationId("")),
    TIME_OUT_OF_RANGE(observation -> observation.setObservedAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
    /** Seconds, read as milliseconds. */
    TOO_OLD(observation -> observation.setObservedAt(
            Instant.ofEpochMilli(observation.getObservedAt().getEpochSecond()))),
    KEY_MISMATCH(observation -> observation.setStationId("st-99")),
    LATITUDE_OUT_OF_RANGE(observation -> observation.setLatitude(91)),
    LONGITUDE_OUT_OF_RANGE(observation -> observation.setLongitude(Double.NaN)),
    POSITION_ZERO(observation -> observation.setLatitude(0).setLongitude(-0.0)),
    TEMPERATURE_C_OUT_OF_RANGE(observation -> observation.setTemperatureC(273.15)),
    HUMIDITY_PCT_OUT_OF_RANGE(observation -> observation.setHumidityPct(101.0)),
    PRESSURE_HPA_OUT_OF_RANGE(observation -> observation.setPressureHpa(0.0)),
    WIND_SPEED_MS_OUT_OF_RANGE(observation -> observation.setWindSpeedMs(-0.1)),
    WIND_DIRECTION_DEG_OUT_OF_RANGE(observation -> observation.setWindDirectionDeg(361.0)),
    PRECIPITATION_MM_H_OUT_OF_RANGE(observation -> observation.setPrecipitationMmH(999.0)),
    VISIBILITY_M_OUT_OF_RANGE(observation -> observation.setVisibilityM(-1.0)),
    AIR_QUALITY_INDEX_OUT_OF_RANGE(observation -> observation.setAirQualityIndex(10_000));

    private final UnaryOperator<WeatherObservation.Builder> spoilObservation;
    private final UnaryOperator<byte[]> spoilValue;

    WeatherDefect(UnaryOperator<WeatherObservation.Builder> spoilObservation) {
        this(spoilObservation, UnaryOperator.identity());
    }

    WeatherDefect(UnaryOperator<WeatherObservation.Builder> spoilObservation, UnaryOperator<byte[]> spoilValue) {
        this.spoilObservation = spoilObservation;
        this.spoilValue = spoilValue;
    }

    @Override
    public byte[] spoil(WeatherObservation observation, SingleObjectCodec<WeatherObservation> codec) {
        var spoilt = spoilObservation
                .apply(WeatherObservation.newBuilder(observation))
                .build();
        return spoilValue.apply(codec.encode(spoilt));
    }
}
