-- What is known of each accident: table accident when no report can change it any more.
--
-- Promises: the newest accepted report decides, by time of report, then RESOLVED after ACTIVE. An accident is resolved since the
-- first of the RESOLVED reports after which no ACTIVE one was made. No accident_id is used again for another accident.
--
-- From: verdict; accident_segment; accident_weather.

CREATE OR REPLACE VIEW accident AS
WITH report AS (
    SELECT
        *,
        row_number() OVER newest_first AS age,
        count(*) FILTER (status = 'ACTIVE') OVER newest_first AS active_since
    FROM verdict
    WHERE verdict = 'accepted'
    WINDOW newest_first AS (PARTITION BY accident_id
        ORDER BY reported_at_ms DESC, status DESC, partition DESC, "offset" DESC)
),
history AS (
    SELECT
        accident_id,
        epoch_ms(min(reported_at_ms)) AS first_seen,
        epoch_ms(min(reported_at_ms) FILTER (active_since = 0)) AS resolved_at,
        count(*) AS event_count
    FROM report
    GROUP BY accident_id
)
SELECT
    accident_id,
    first_seen,
    epoch_ms(reported_at_ms) AS reported_at,
    epoch_ms(occurred_at_ms) AS occurred_at,
    latitude,
    longitude,
    zone_id,
    segment_id,
    severity,
    kind,
    status,
    resolved_at,
    vehicles,
    casualties,
    pedestrians,
    cycles,
    road_condition,
    visibility,
    speed_limit_kmh,
    authority,
    description,
    weather_station_id,
    weather_observed_at,
    weather_distance_m,
    weather_condition,
    weather_temperature_milli_c,
    weather_humidity_milli_pct,
    weather_wind_mm_s,
    weather_precipitation_um_h,
    weather_visibility_m,
    event_count,
    0 AS revision,
    1 AS complete
FROM report
JOIN history USING (accident_id)
LEFT JOIN accident_segment USING (partition, "offset")
LEFT JOIN accident_weather USING (partition, "offset")
WHERE age = 1;
