-- The observations that the lake keeps: dataset weather.
--
-- Promises: accepted and late observations, each once by topic, partition and offset; no duplicate and no rejected one.
--
-- From: weather_verdict.

CREATE OR REPLACE VIEW lake_weather AS
SELECT
    station_id,
    epoch_ms(observed_at_ms) AS observed_at,
    latitude,
    longitude,
    temperature_c,
    humidity_pct,
    pressure_hpa,
    wind_speed_ms,
    wind_direction_deg,
    precipitation_mm_h,
    visibility_m,
    condition,
    description,
    air_quality_index,
    topic,
    partition,
    "offset",
    epoch_ms(arrival_ms) AS arrival_time,
    verdict = 'late' AS late
FROM weather_verdict
WHERE verdict IN ('accepted', 'late');
