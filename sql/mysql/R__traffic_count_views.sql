-- Views of the counts of detectors for people and reports. Times are UTC. A mean is NULL if none of its values was measured.

CREATE OR REPLACE VIEW v_counter AS
SELECT site_id, name AS site_name, latitude, longitude, time_zone
FROM counter;

-- By lane; lane is empty if the whole site was counted.
CREATE OR REPLACE VIEW v_traffic_count_15m AS
SELECT
    t.site_id,
    c.name AS site_name,
    t.lane,
    t.window_start,
    t.vehicles,
    t.bicycles,
    t.cars,
    t.motorcycles,
    t.buses,
    t.trucks,
    t.others,
    t.vehicles * 3600 / t.covered_seconds AS vehicles_per_hour,
    t.speed_weighted_sum_mh / t.speed_vehicles / 1000 AS speed_mean_kmh,
    t.occupancy_ppm_seconds / t.occupancy_seconds / 10000 AS occupancy_pct,
    100 * t.covered_seconds / 900 AS coverage_pct,
    t.periods,
    t.overlapping,
    t.complete
FROM traffic_count_15m t
LEFT JOIN counter c ON c.site_id = t.site_id;

CREATE OR REPLACE VIEW v_traffic_count_1h AS
SELECT
    t.site_id,
    c.name AS site_name,
    t.lane,
    t.window_start,
    t.vehicles,
    t.bicycles,
    t.cars,
    t.motorcycles,
    t.buses,
    t.trucks,
    t.others,
    t.vehicles * 3600 / t.covered_seconds AS vehicles_per_hour,
    t.speed_weighted_sum_mh / t.speed_vehicles / 1000 AS speed_mean_kmh,
    t.occupancy_ppm_seconds / t.occupancy_seconds / 10000 AS occupancy_pct,
    100 * t.covered_seconds / 3600 AS coverage_pct,
    t.periods,
    t.overlapping,
    t.complete
FROM traffic_count_1h t
LEFT JOIN counter c ON c.site_id = t.site_id;

-- Hours of whole sites: the site's own count (lanes = 0) if it has one, otherwise the sum of its lanes. A class is NULL unless
-- every lane counted it. coverage_pct is the lowest of the lanes that have a row in the hour.
CREATE OR REPLACE VIEW v_traffic_count_site AS
SELECT
    t.site_id,
    MAX(c.name) AS site_name,
    t.window_start,
    SUM(t.lane <> '') AS lanes,
    SUM(t.vehicles) AS vehicles,
    CASE WHEN COUNT(t.bicycles) = COUNT(*) THEN SUM(t.bicycles) END AS bicycles,
    CASE WHEN COUNT(t.cars) = COUNT(*) THEN SUM(t.cars) END AS cars,
    CASE WHEN COUNT(t.motorcycles) = COUNT(*) THEN SUM(t.motorcycles) END AS motorcycles,
    CASE WHEN COUNT(t.buses) = COUNT(*) THEN SUM(t.buses) END AS buses,
    CASE WHEN COUNT(t.trucks) = COUNT(*) THEN SUM(t.trucks) END AS trucks,
    CASE WHEN COUNT(t.others) = COUNT(*) THEN SUM(t.others) END AS others,
    SUM(t.vehicles * 3600 / t.covered_seconds) AS vehicles_per_hour,
    SUM(t.speed_weighted_sum_mh) / SUM(t.speed_vehicles) / 1000 AS speed_mean_kmh,
    SUM(t.occupancy_ppm_seconds) / SUM(t.occupancy_seconds) / 10000 AS occupancy_pct,
    100 * MIN(t.covered_seconds) / 3600 AS coverage_pct,
    MIN(t.complete) AS complete
FROM traffic_count_1h t
LEFT JOIN counter c ON c.site_id = t.site_id
WHERE t.lane = '' OR NOT EXISTS (
    SELECT 1 FROM traffic_count_1h w
    WHERE w.site_id = t.site_id AND w.lane = '' AND w.window_start = t.window_start
)
GROUP BY t.site_id, t.window_start;

-- The same by quarter hours.
CREATE OR REPLACE VIEW v_traffic_count_site_15m AS
SELECT
    t.site_id,
    MAX(c.name) AS site_name,
    t.window_start,
    SUM(t.lane <> '') AS lanes,
    SUM(t.vehicles) AS vehicles,
    CASE WHEN COUNT(t.bicycles) = COUNT(*) THEN SUM(t.bicycles) END AS bicycles,
    CASE WHEN COUNT(t.cars) = COUNT(*) THEN SUM(t.cars) END AS cars,
    CASE WHEN COUNT(t.motorcycles) = COUNT(*) THEN SUM(t.motorcycles) END AS motorcycles,
    CASE WHEN COUNT(t.buses) = COUNT(*) THEN SUM(t.buses) END AS buses,
    CASE WHEN COUNT(t.trucks) = COUNT(*) THEN SUM(t.trucks) END AS trucks,
    CASE WHEN COUNT(t.others) = COUNT(*) THEN SUM(t.others) END AS others,
    SUM(t.vehicles * 3600 / t.covered_seconds) AS vehicles_per_hour,
    SUM(t.speed_weighted_sum_mh) / SUM(t.speed_vehicles) / 1000 AS speed_mean_kmh,
    SUM(t.occupancy_ppm_seconds) / SUM(t.occupancy_seconds) / 10000 AS occupancy_pct,
    100 * MIN(t.covered_seconds) / 900 AS coverage_pct,
    MIN(t.complete) AS complete
FROM traffic_count_15m t
LEFT JOIN counter c ON c.site_id = t.site_id
WHERE t.lane = '' OR NOT EXISTS (
    SELECT 1 FROM traffic_count_15m w
    WHERE w.site_id = t.site_id AND w.lane = '' AND w.window_start = t.window_start
)
GROUP BY t.site_id, t.window_start;
