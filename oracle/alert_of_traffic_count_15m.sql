-- Metrics of table traffic_count_15m for alert rules, by whole site. A quantity that was not measured has no value.
--
-- From: traffic_count_15m.

-- Tables and not views, because the alert queries read them often.
CREATE OR REPLACE TABLE site_row AS
SELECT 'traffic_count_15m' AS source_table, 900000 AS window_ms, site_id, epoch_ms(window_start) AS start_ms
FROM traffic_count_15m
WHERE lane = '';

CREATE OR REPLACE TABLE site_value AS
SELECT site_id, epoch_ms(window_start) AS start_ms, unnest([
    {'metric': 'vehicles_per_hour', 'milli': mean(1000 * 3600 * vehicles, covered_seconds)},
    {'metric': 'mean_kmh', 'milli': mean(speed_weighted_sum_mh, speed_vehicles)},
    {'metric': 'occupancy_pct', 'milli': mean(occupancy_ppm_seconds, 10 * occupancy_seconds)}
], recursive := true)
FROM traffic_count_15m
WHERE lane = '';
