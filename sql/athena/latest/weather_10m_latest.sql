CREATE OR REPLACE VIEW weather_10m_latest AS
SELECT
    latest.station_id,
    latest.window_start,
    latest.observations,
    latest.temperature_observations,
    latest.temperature_milli_c_sum,
    latest.temperature_milli_c_min,
    latest.temperature_milli_c_max,
    latest.humidity_observations,
    latest.humidity_milli_pct_sum,
    latest.humidity_milli_pct_min,
    latest.humidity_milli_pct_max,
    latest.wind_observations,
    latest.wind_mm_s_sum,
    latest.wind_mm_s_min,
    latest.wind_mm_s_max,
    latest.wind_direction_observations,
    latest.wind_from_east_milli_sum,
    latest.wind_from_north_milli_sum,
    latest.precipitation_observations,
    latest.precipitation_um_h_sum,
    latest.precipitation_um_h_min,
    latest.precipitation_um_h_max,
    latest.condition,
    latest.humidex_milli,
    latest.heat_index_milli_c,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, station_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM weather_10m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'weather_10m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'weather_10m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
