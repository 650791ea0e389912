CREATE OR REPLACE VIEW road_conditions_5m_latest AS
SELECT
    zone_id,
    window_start,
    frames,
    vehicle_sum,
    samples,
    vehicles,
    p50_kmh,
    free_flow_sum_mh,
    level_of_service,
    active_accidents,
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
            PARTITION BY dt, hour, zone_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM road_conditions_5m
)
WHERE place = 1;
