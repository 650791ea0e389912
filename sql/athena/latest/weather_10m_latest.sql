CREATE OR REPLACE VIEW weather_10m_latest AS
SELECT
    station_id,
    window_start,
    observations,
    temperature_milli_c_sum,
    temperature_milli_c_min,
    temperature_milli_c_max,
    humidity_milli_pct_sum,
    humidity_milli_pct_min,
    humidity_milli_pct_max,
    wind_observations,
    wind_mm_s_sum,
    wind_mm_s_min,
    wind_mm_s_max,
    wind_direction_observations,
    wind_from_east_milli_sum,
    wind_from_north_milli_sum,
    precipitation_observations,
    precipitation_um_h_sum,
    precipitation_um_h_min,
    precipitation_um_h_max,
    condition,
    humidex_milli,
    heat_index_milli_c,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, station_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM weather_10m
)
WHERE place = 1;
