-- Views of the reference data, and of the thresholds of the levels, for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_camera AS
SELECT camera_id, name AS camera_name, latitude, longitude, time_zone
FROM camera;

CREATE OR REPLACE VIEW v_station AS
SELECT station_id, name AS station_name, latitude, longitude, time_zone
FROM station;

CREATE OR REPLACE VIEW v_zone AS
SELECT zone_id, latitude, longitude, boundary AS boundary_wkt, time_zone
FROM zone;

CREATE OR REPLACE VIEW v_segment AS
SELECT
    segment_id,
    valid_from,
    valid_to,
    name AS street_name,
    geometry AS geometry_wkt,
    length_m / 1000 AS length_km,
    free_flow_kmh,
    zone_id,
    road_class,
    lanes,
    free_flow_source,
    attribution
FROM segment;

CREATE OR REPLACE VIEW v_local_day AS
SELECT
    time_zone,
    local_date,
    YEAR(local_date) AS year,
    MONTH(local_date) AS month,
    WEEKDAY(local_date) + 1 AS weekday,
    ELT(WEEKDAY(local_date) + 1,
        'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday') AS weekday_name,
    TIMESTAMPDIFF(MINUTE, utc_from, utc_until) / 60 AS hours,
    utc_from,
    utc_until
FROM local_period
WHERE part_of_day = 'day';

CREATE OR REPLACE VIEW v_crowding_level AS
SELECT level, from_area_occupancy_ppm / 10000 AS from_area_occupancy_pct
FROM crowding_level;

CREATE OR REPLACE VIEW v_vehicle_weight AS
SELECT label, pcu
FROM vehicle_weight;

CREATE OR REPLACE VIEW v_comfort_level AS
SELECT level, from_humidex_milli / 1000 AS from_humidex
FROM comfort_level;

CREATE OR REPLACE VIEW v_humidity_level AS
SELECT level, from_pct AS from_humidity_pct
FROM humidity_level;
