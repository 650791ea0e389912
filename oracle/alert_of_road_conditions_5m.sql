-- Metrics of table road_conditions_5m for alert rules. A quantity that was not measured has no value.
--
-- From: road_conditions_5m.

-- Tables and not views, because the alert queries read them often.
CREATE OR REPLACE TABLE site_row AS
SELECT 'road_conditions_5m' AS source_table, 300000 AS window_ms, zone_id AS site_id, epoch_ms(window_start) AS start_ms
FROM road_conditions_5m;

CREATE OR REPLACE TABLE site_value AS
SELECT zone_id AS site_id, epoch_ms(window_start) AS start_ms, unnest([
    {'metric': 'vehicles_per_frame', 'milli': mean(1000 * vehicle_sum, frames)},
    {'metric': 'p50_kmh', 'milli': 1000 * p50_kmh},
    {'metric': 'speed_ratio_pct', 'milli': mean(p50_kmh::BIGINT * 100000000 * samples, free_flow_sum_mh)},
    {'metric': 'level_of_service', 'milli': 1000 * list_position(['A', 'B', 'C', 'D', 'E', 'F'], level_of_service)},
    {'metric': 'active_accidents', 'milli': 1000 * active_accidents}
], recursive := true)
FROM road_conditions_5m;
