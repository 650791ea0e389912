-- Metrics of table weather_10m for alert rules. A quantity that was not measured has no value.
--
-- From: weather_10m.

-- Tables and not views, because the alert queries read them often.
CREATE OR REPLACE TABLE site_row AS
SELECT 'weather_10m' AS source_table, 600000 AS window_ms, station_id AS site_id, epoch_ms(window_start) AS start_ms
FROM weather_10m;

CREATE OR REPLACE TABLE site_value AS
SELECT station_id AS site_id, epoch_ms(window_start) AS start_ms, unnest([
    {'metric': 'temperature_c', 'milli': mean(temperature_milli_c_sum, temperature_observations)},
    {'metric': 'humidity_pct', 'milli': mean(humidity_milli_pct_sum, humidity_observations)},
    {'metric': 'wind_speed_ms', 'milli': mean(wind_mm_s_sum, wind_observations)},
    {'metric': 'wind_max_ms', 'milli': wind_mm_s_max},
    {'metric': 'precipitation_mm_h', 'milli': mean(precipitation_um_h_sum, precipitation_observations)},
    {'metric': 'humidex', 'milli': humidex_milli},
    {'metric': 'heat_index_c', 'milli': heat_index_milli_c}
], recursive := true)
FROM weather_10m;
