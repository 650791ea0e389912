-- Views of the cameras' counts for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_camera_traffic AS
SELECT
    t.camera_id,
    c.name AS camera_name,
    t.window_start,
    t.frames,
    t.bicycle_sum / t.frames AS bicycles_per_frame,
    t.car_sum / t.frames AS cars_per_frame,
    t.motorcycle_sum / t.frames AS motorcycles_per_frame,
    t.bus_sum / t.frames AS buses_per_frame,
    t.truck_sum / t.frames AS trucks_per_frame,
    (t.bicycle_sum + t.car_sum + t.motorcycle_sum + t.bus_sum + t.truck_sum) / t.frames AS vehicles_per_frame,
    t.vehicle_max,
    t.area_occupancy_ppm_sum / t.frames / 10000 AS area_occupancy_pct,
    t.model_id,
    t.complete
FROM camera_traffic_1m t
LEFT JOIN camera c ON c.camera_id = t.camera_id;

CREATE OR REPLACE VIEW v_camera_crowding AS
SELECT
    t.camera_id,
    c.name AS camera_name,
    t.window_start,
    t.frames,
    (t.bicycle_sum + t.car_sum + t.motorcycle_sum + t.bus_sum + t.truck_sum) / t.frames AS vehicles_per_frame,
    t.area_occupancy_ppm_sum / t.frames / 10000 AS area_occupancy_pct,
    (SELECT l.level
       FROM crowding_level l
      WHERE l.from_area_occupancy_ppm <= t.area_occupancy_ppm_sum / t.frames
      ORDER BY l.from_area_occupancy_ppm DESC
      LIMIT 1) AS level,
    (t.bicycle_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'bicycle')
        + t.car_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'car')
        + t.motorcycle_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'motorcycle')
        + t.bus_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'bus')
        + t.truck_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'truck')) / t.frames AS pcu_per_frame,
    t.complete
FROM camera_traffic_1m t
LEFT JOIN camera c ON c.camera_id = t.camera_id;

-- Days and parts of day. The join order and the index are fixed, so that each period reads its own rows by their time;
-- the bounds skip periods without rows. Unknown sites, and sites whose zone has no periods yet, use UTC.
CREATE OR REPLACE VIEW camera_traffic_period AS
SELECT
    t.camera_id,
    c.name AS camera_name,
    p.part_of_day,
    p.local_date,
    p.time_zone,
    TIMESTAMPDIFF(MINUTE, p.utc_from, p.utc_until) AS minutes,
    COUNT(*) AS minutes_with_data,
    SUM(t.complete) AS minutes_final,
    SUM(t.frames) AS frames,
    SUM(t.bicycle_sum) AS bicycle_sum,
    SUM(t.car_sum) AS car_sum,
    SUM(t.motorcycle_sum) AS motorcycle_sum,
    SUM(t.bus_sum) AS bus_sum,
    SUM(t.truck_sum) AS truck_sum,
    SUM(t.bicycle_sum + t.car_sum + t.motorcycle_sum + t.bus_sum + t.truck_sum) AS vehicle_sum,
    MAX(t.vehicle_max) AS vehicle_max,
    SUM(t.area_occupancy_ppm_sum) / SUM(t.frames) / 10000 AS area_occupancy_pct,
    GROUP_CONCAT(DISTINCT t.model_id ORDER BY t.model_id SEPARATOR ', ') AS model_ids
FROM local_period p
STRAIGHT_JOIN camera_traffic_1m t FORCE INDEX (camera_traffic_1m_by_time)
    ON t.window_start >= p.utc_from AND t.window_start < p.utc_until
LEFT JOIN camera c ON c.camera_id = t.camera_id
LEFT JOIN time_zone z ON z.time_zone = c.time_zone AND z.periods_of IS NOT NULL
WHERE p.time_zone = COALESCE(z.time_zone, 'UTC')
    AND p.utc_until > (SELECT MIN(window_start) FROM camera_traffic_1m)
    AND p.utc_from <= (SELECT MAX(window_start) FROM camera_traffic_1m)
GROUP BY t.camera_id, c.name, p.part_of_day, p.local_date, p.time_zone, p.utc_from, p.utc_until;

CREATE OR REPLACE VIEW v_camera_traffic_daily AS
SELECT
    camera_id,
    camera_name,
    local_date,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    frames,
    bicycle_sum,
    car_sum,
    motorcycle_sum,
    bus_sum,
    truck_sum,
    vehicle_sum,
    bicycle_sum / frames AS bicycles_per_frame,
    car_sum / frames AS cars_per_frame,
    motorcycle_sum / frames AS motorcycles_per_frame,
    bus_sum / frames AS buses_per_frame,
    truck_sum / frames AS trucks_per_frame,
    vehicle_sum / frames AS vehicles_per_frame,
    vehicle_max,
    area_occupancy_pct,
    model_ids
FROM camera_traffic_period
WHERE part_of_day = 'day';

CREATE OR REPLACE VIEW v_camera_traffic_part_of_day AS
SELECT
    camera_id,
    camera_name,
    local_date,
    part_of_day,
    (FIELD(part_of_day, 'night', 'morning', 'afternoon', 'evening') - 1) * 6 AS from_hour,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    frames,
    bicycle_sum,
    car_sum,
    motorcycle_sum,
    bus_sum,
    truck_sum,
    vehicle_sum,
    bicycle_sum / frames AS bicycles_per_frame,
    car_sum / frames AS cars_per_frame,
    motorcycle_sum / frames AS motorcycles_per_frame,
    bus_sum / frames AS buses_per_frame,
    truck_sum / frames AS trucks_per_frame,
    vehicle_sum / frames AS vehicles_per_frame,
    vehicle_max,
    area_occupancy_pct,
    model_ids
FROM camera_traffic_period
WHERE part_of_day <> 'day';
