-- Views of road conditions for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_road_conditions AS
SELECT
    zone_id,
    window_start,
    frames,
    vehicle_sum / frames AS vehicles_per_frame,
    samples,
    vehicles,
    p50_kmh,
    free_flow_sum_mh / samples / 1000 AS free_flow_kmh,
    p50_kmh * 100000 * samples / free_flow_sum_mh AS speed_ratio_pct,
    level_of_service,
    active_accidents,
    weather_station_id,
    weather_observed_at,
    weather_distance_m / 1000 AS weather_distance_km,
    weather_condition,
    weather_temperature_milli_c / 1000 AS weather_temperature_c,
    weather_humidity_milli_pct / 1000 AS weather_humidity_pct,
    weather_wind_mm_s / 1000 AS weather_wind_speed_ms,
    weather_precipitation_um_h / 1000 AS weather_precipitation_mm_h,
    weather_visibility_m / 1000 AS weather_visibility_km,
    complete
FROM road_conditions_5m;
