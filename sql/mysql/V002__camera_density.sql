-- Density for cities that have only cameras: how full the road in the picture is.

CREATE TABLE density_level (
    level              VARCHAR(16) NOT NULL,
    from_occupancy_ppm INT         NOT NULL COMMENT 'the level begins at this mean occupancy, parts per million',
    PRIMARY KEY (level),
    UNIQUE KEY density_level_by_occupancy (from_occupancy_ppm)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of v_camera_density; change the rows to suit the city';

INSERT INTO density_level (level, from_occupancy_ppm) VALUES
    ('FREE', 0),
    ('MODERATE', 100000),
    ('CROWDED', 250000),
    ('JAMMED', 450000);

CREATE TABLE vehicle_weight (
    label     VARCHAR(16)   NOT NULL,
    pcu       DECIMAL(4, 2) NOT NULL COMMENT 'passenger car units',
    PRIMARY KEY (label)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Weights of the vehicle score; the defaults are the PCU values of Transport for London, Traffic Modelling Guidelines';

INSERT INTO vehicle_weight (label, pcu) VALUES
    ('bicycle', 0.20),
    ('motorcycle', 0.40),
    ('car', 1.00),
    ('bus', 2.00),
    ('truck', 2.30);

CREATE VIEW v_camera_density AS
SELECT
    t.camera_id,
    c.name AS camera_name,
    t.window_start,
    t.frames,
    (t.bicycle_sum + t.car_sum + t.motorcycle_sum + t.bus_sum + t.truck_sum) / t.frames AS vehicles_per_frame,
    t.occupancy_ppm_sum / t.frames / 10000 AS occupancy_pct,
    (SELECT l.level
       FROM density_level l
      WHERE l.from_occupancy_ppm <= t.occupancy_ppm_sum / t.frames
      ORDER BY l.from_occupancy_ppm DESC
      LIMIT 1) AS level,
    (t.bicycle_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'bicycle')
        + t.car_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'car')
        + t.motorcycle_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'motorcycle')
        + t.bus_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'bus')
        + t.truck_sum * (SELECT pcu FROM vehicle_weight WHERE label = 'truck')) / t.frames AS pcu_per_frame,
    t.complete
FROM camera_traffic_1m t
LEFT JOIN camera c ON c.camera_id = t.camera_id;
