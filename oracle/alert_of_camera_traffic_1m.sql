-- Metrics of table camera_traffic_1m for alert rules.
--
-- From: camera_traffic_1m.

-- Tables and not views, because the alert queries read them often.
CREATE OR REPLACE TABLE site_row AS
SELECT 'camera_traffic_1m' AS source_table, 60000 AS window_ms, camera_id AS site_id, epoch_ms(window_start) AS start_ms
FROM camera_traffic_1m;

CREATE OR REPLACE TABLE site_value AS
SELECT camera_id AS site_id, epoch_ms(window_start) AS start_ms, unnest([
    {'metric': 'vehicles_per_frame',
        'milli': mean(1000 * (bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum), frames)},
    {'metric': 'bicycles_per_frame', 'milli': mean(1000 * bicycle_sum, frames)},
    {'metric': 'cars_per_frame', 'milli': mean(1000 * car_sum, frames)},
    {'metric': 'motorcycles_per_frame', 'milli': mean(1000 * motorcycle_sum, frames)},
    {'metric': 'buses_per_frame', 'milli': mean(1000 * bus_sum, frames)},
    {'metric': 'trucks_per_frame', 'milli': mean(1000 * truck_sum, frames)},
    {'metric': 'vehicle_max', 'milli': 1000 * vehicle_max},
    -- ten ppm are a thousandth of a per cent
    {'metric': 'area_occupancy_pct', 'milli': mean(area_occupancy_ppm_sum, 10 * frames)}
], recursive := true)
FROM camera_traffic_1m;
