CREATE OR REPLACE VIEW road_conditions_5m_latest AS
SELECT
    latest.zone_id,
    latest.window_start,
    latest.frames,
    latest.vehicle_sum,
    latest.samples,
    latest.vehicles,
    latest.p50_kmh,
    latest.free_flow_sum_mh,
    latest.level_of_service,
    latest.active_accidents,
    latest.weather_station_id,
    latest.weather_observed_at,
    latest.weather_distance_m,
    latest.weather_condition,
    latest.weather_temperature_milli_c,
    latest.weather_humidity_milli_pct,
    latest.weather_wind_mm_s,
    latest.weather_precipitation_um_h,
    latest.weather_visibility_m,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, zone_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM road_conditions_5m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'road_conditions_5m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'road_conditions_5m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
