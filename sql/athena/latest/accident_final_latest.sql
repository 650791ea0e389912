-- One row for each accident, also where a correction moved it to another hour: the predicate on dt prunes nothing.
CREATE OR REPLACE VIEW accident_final_latest AS
SELECT
    accident_id,
    first_seen,
    reported_at,
    occurred_at,
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
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY accident_id
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM accident_final
)
WHERE place = 1;
