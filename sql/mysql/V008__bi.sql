-- What people read: days and parts of day in the zone of each site, and the views that were missing. Times are UTC.

-- The servers' own tables of time zones are often empty, so the suite brings its own (docs/decisions/0014).
CREATE TABLE time_zone (
    time_zone  VARCHAR(64) NOT NULL COMMENT 'such as Europe/Berlin',
    periods_of VARCHAR(16) NULL COMMENT 'release of the time-zone rules by which local_period has this zone; NULL: it has not',
    PRIMARY KEY (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'The time zones that a site may name; filled when a job starts';

INSERT INTO time_zone (time_zone) VALUES ('UTC');

CREATE TABLE local_period (
    part_of_day VARCHAR(16) NOT NULL COMMENT 'day (all of it), night 0-5, morning 6-11, afternoon 12-17, evening 18-23 o''clock',
    local_date  DATE        NOT NULL,
    time_zone   VARCHAR(64) NOT NULL,
    utc_from    DATETIME(3) NOT NULL COMMENT 'its first instant, UTC',
    utc_until   DATETIME(3) NOT NULL COMMENT 'the first instant after it, UTC',
    PRIMARY KEY (part_of_day, local_date, time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Days and their parts on the clocks of the zones that sites name; filled when a job starts';

ALTER TABLE camera
    ADD COLUMN time_zone VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by',
    ADD CONSTRAINT camera_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone);

ALTER TABLE station
    ADD COLUMN time_zone VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by',
    ADD CONSTRAINT station_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone);

ALTER TABLE zone
    ADD COLUMN time_zone VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by, for its segments and accidents too',
    ADD CONSTRAINT zone_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone);

-- Reference data

CREATE VIEW v_camera AS
SELECT camera_id, name AS camera_name, latitude, longitude, time_zone
FROM camera;

CREATE VIEW v_station AS
SELECT station_id, name AS station_name, latitude, longitude, time_zone
FROM station;

CREATE VIEW v_zone AS
SELECT zone_id, latitude, longitude, boundary AS boundary_wkt, time_zone
FROM zone;

CREATE VIEW v_segment AS
SELECT
    segment_id,
    valid_from,
    valid_to,
    name AS street_name,
    geometry AS geometry_wkt,
    length_m / 1000 AS length_km,
    free_flow_kmh,
    zone_id
FROM segment;

CREATE VIEW v_local_day AS
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

-- Settings: the thresholds behind the levels, to sort them by

CREATE VIEW v_density_level AS
SELECT level, from_occupancy_ppm / 10000 AS from_occupancy_pct
FROM density_level;

CREATE VIEW v_vehicle_weight AS
SELECT label, pcu
FROM vehicle_weight;

CREATE VIEW v_comfort_level AS
SELECT level, from_humidex_milli / 1000 AS from_humidex
FROM comfort_level;

CREATE VIEW v_humidity_level AS
SELECT level, from_pct AS from_humidity_pct
FROM humidity_level;

-- Rows of one window

CREATE VIEW v_camera_traffic AS
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
    t.occupancy_ppm_sum / t.frames / 10000 AS occupancy_pct,
    t.model_id,
    t.complete
FROM camera_traffic_1m t
LEFT JOIN camera c ON c.camera_id = t.camera_id;

CREATE VIEW v_event_ledger AS
SELECT
    topic,
    minute,
    received,
    accepted,
    duplicate,
    late,
    rejected,
    received - accepted - duplicate - late - rejected AS unaccounted,
    100 * accepted / received AS accepted_pct,
    complete
FROM event_ledger_1m;

-- Days and parts of day. The join order and the index are fixed, so that each period reads its own rows by their time;
-- the bounds spare the periods that have none. A site that is unknown, or whose zone has no periods yet, goes by UTC.

CREATE VIEW camera_traffic_period AS
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
    SUM(t.occupancy_ppm_sum) / SUM(t.frames) / 10000 AS occupancy_pct,
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

CREATE VIEW segment_speed_period AS
SELECT
    t.segment_id,
    MAX(s.name) AS street_name,
    MAX(s.zone_id) AS zone_id,
    p.part_of_day,
    p.local_date,
    p.time_zone,
    TIMESTAMPDIFF(MINUTE, p.utc_from, p.utc_until) AS minutes,
    COUNT(*) AS minutes_with_data,
    SUM(t.complete) AS minutes_final,
    SUM(t.samples) AS samples,
    SUM(t.speed_sum_mh) / 1000 AS speed_sum_kmh,
    MAX(t.speed_max_mh) / 1000 AS speed_max_kmh,
    -- over the samples whose free-flow speed is known
    SUM(CASE WHEN s.free_flow_kmh IS NOT NULL THEN t.speed_sum_mh END) / SUM(s.free_flow_kmh * t.samples) / 10
        AS speed_of_free_flow_pct
FROM local_period p
STRAIGHT_JOIN segment_speed_1m t FORCE INDEX (segment_speed_1m_by_time)
    ON t.window_start >= p.utc_from AND t.window_start < p.utc_until
LEFT JOIN segment s
    ON s.segment_id = t.segment_id
    AND s.valid_from <= t.window_start
    AND (s.valid_to IS NULL OR t.window_start < s.valid_to)
LEFT JOIN zone a ON a.zone_id = s.zone_id
LEFT JOIN time_zone z ON z.time_zone = a.time_zone AND z.periods_of IS NOT NULL
WHERE p.time_zone = COALESCE(z.time_zone, 'UTC')
    AND p.utc_until > (SELECT MIN(window_start) FROM segment_speed_1m)
    AND p.utc_from <= (SELECT MAX(window_start) FROM segment_speed_1m)
GROUP BY t.segment_id, p.part_of_day, p.local_date, p.time_zone, p.utc_from, p.utc_until;

CREATE VIEW weather_period AS
SELECT
    t.station_id,
    s.name AS station_name,
    p.part_of_day,
    p.local_date,
    p.time_zone,
    TIMESTAMPDIFF(MINUTE, p.utc_from, p.utc_until) AS minutes,
    10 * COUNT(*) AS minutes_with_data,
    10 * SUM(t.complete) AS minutes_final,
    SUM(t.observations) AS observations,
    SUM(t.temperature_milli_c_sum) / 1000 AS temperature_sum_c,
    MIN(t.temperature_milli_c_min) / 1000 AS temperature_min_c,
    MAX(t.temperature_milli_c_max) / 1000 AS temperature_max_c,
    SUM(t.humidity_milli_pct_sum) / 1000 AS humidity_sum_pct,
    SUM(t.wind_observations) AS wind_observations,
    SUM(t.wind_mm_s_sum) / 1000 AS wind_speed_sum_ms,
    MAX(t.wind_mm_s_max) / 1000 AS wind_speed_max_ms,
    CASE WHEN SUM(t.wind_from_east_milli_sum) <> 0 OR SUM(t.wind_from_north_milli_sum) <> 0 THEN
        MOD(DEGREES(ATAN2(SUM(t.wind_from_east_milli_sum), SUM(t.wind_from_north_milli_sum))) + 360, 360)
    END AS wind_direction_deg,
    SUM(t.precipitation_observations) AS precipitation_observations,
    SUM(t.precipitation_um_h_sum) / 1000 AS precipitation_sum_mm_h,
    MAX(t.precipitation_um_h_max) / 1000 AS precipitation_max_mm_h,
    ELT(MAX(FIELD(t.`condition`,
            'OTHER', 'CLEAR', 'CLOUDS', 'DRIZZLE', 'RAIN', 'FOG', 'SNOW', 'THUNDERSTORM')),
        'OTHER', 'CLEAR', 'CLOUDS', 'DRIZZLE', 'RAIN', 'FOG', 'SNOW', 'THUNDERSTORM') AS worst_condition,
    MAX(t.humidex_milli) / 1000 AS humidex_max,
    MAX(t.heat_index_milli_c) / 1000 AS heat_index_max_c
FROM local_period p
STRAIGHT_JOIN weather_10m t FORCE INDEX (weather_10m_by_time)
    ON t.window_start >= p.utc_from AND t.window_start < p.utc_until
LEFT JOIN station s ON s.station_id = t.station_id
LEFT JOIN time_zone z ON z.time_zone = s.time_zone AND z.periods_of IS NOT NULL
WHERE p.time_zone = COALESCE(z.time_zone, 'UTC')
    AND p.utc_until > (SELECT MIN(window_start) FROM weather_10m)
    AND p.utc_from <= (SELECT MAX(window_start) FROM weather_10m)
GROUP BY t.station_id, s.name, p.part_of_day, p.local_date, p.time_zone, p.utc_from, p.utc_until;

-- from the accidents themselves: an hour of UTC may lie in two days of a zone with half an hour in its offset
CREATE VIEW accident_period AS
SELECT
    t.zone_id,
    t.severity,
    p.part_of_day,
    p.local_date,
    p.time_zone,
    COUNT(*) AS accidents,
    SUM(t.complete) AS accidents_final,
    SUM(t.vehicles) AS vehicles,
    COUNT(t.vehicles) AS accidents_with_vehicles_known,
    SUM(t.casualties) AS casualties,
    COUNT(t.casualties) AS accidents_with_casualties_known
FROM local_period p
STRAIGHT_JOIN accident t FORCE INDEX (accident_by_time)
    ON t.occurred_at >= p.utc_from AND t.occurred_at < p.utc_until
LEFT JOIN zone a ON a.zone_id = t.zone_id
LEFT JOIN time_zone z ON z.time_zone = a.time_zone AND z.periods_of IS NOT NULL
WHERE p.time_zone = COALESCE(z.time_zone, 'UTC')
    AND p.utc_until > (SELECT MIN(occurred_at) FROM accident)
    AND p.utc_from <= (SELECT MAX(occurred_at) FROM accident)
GROUP BY t.zone_id, t.severity, p.part_of_day, p.local_date, p.time_zone;

CREATE VIEW v_camera_traffic_daily AS
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
    occupancy_pct,
    model_ids
FROM camera_traffic_period
WHERE part_of_day = 'day';

CREATE VIEW v_camera_traffic_part_of_day AS
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
    occupancy_pct,
    model_ids
FROM camera_traffic_period
WHERE part_of_day <> 'day';

CREATE VIEW v_segment_speed_daily AS
SELECT
    segment_id,
    street_name,
    zone_id,
    local_date,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    samples,
    speed_sum_kmh,
    speed_sum_kmh / samples AS speed_mean_kmh,
    speed_max_kmh,
    speed_of_free_flow_pct
FROM segment_speed_period
WHERE part_of_day = 'day';

CREATE VIEW v_segment_speed_part_of_day AS
SELECT
    segment_id,
    street_name,
    zone_id,
    local_date,
    part_of_day,
    (FIELD(part_of_day, 'night', 'morning', 'afternoon', 'evening') - 1) * 6 AS from_hour,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    samples,
    speed_sum_kmh,
    speed_sum_kmh / samples AS speed_mean_kmh,
    speed_max_kmh,
    speed_of_free_flow_pct
FROM segment_speed_period
WHERE part_of_day <> 'day';

CREATE VIEW v_weather_daily AS
SELECT
    station_id,
    station_name,
    local_date,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    observations,
    temperature_sum_c,
    temperature_sum_c / observations AS temperature_mean_c,
    temperature_min_c,
    temperature_max_c,
    humidity_sum_pct,
    humidity_sum_pct / observations AS humidity_mean_pct,
    wind_observations,
    wind_speed_sum_ms,
    wind_speed_sum_ms / wind_observations AS wind_speed_mean_ms,
    wind_speed_max_ms,
    wind_direction_deg,
    precipitation_observations,
    precipitation_sum_mm_h,
    precipitation_sum_mm_h / precipitation_observations AS precipitation_mean_mm_h,
    precipitation_max_mm_h,
    worst_condition,
    humidex_max,
    heat_index_max_c
FROM weather_period
WHERE part_of_day = 'day';

CREATE VIEW v_weather_part_of_day AS
SELECT
    station_id,
    station_name,
    local_date,
    part_of_day,
    (FIELD(part_of_day, 'night', 'morning', 'afternoon', 'evening') - 1) * 6 AS from_hour,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    observations,
    temperature_sum_c,
    temperature_sum_c / observations AS temperature_mean_c,
    temperature_min_c,
    temperature_max_c,
    humidity_sum_pct,
    humidity_sum_pct / observations AS humidity_mean_pct,
    wind_observations,
    wind_speed_sum_ms,
    wind_speed_sum_ms / wind_observations AS wind_speed_mean_ms,
    wind_speed_max_ms,
    wind_direction_deg,
    precipitation_observations,
    precipitation_sum_mm_h,
    precipitation_sum_mm_h / precipitation_observations AS precipitation_mean_mm_h,
    precipitation_max_mm_h,
    worst_condition,
    humidex_max,
    heat_index_max_c
FROM weather_period
WHERE part_of_day <> 'day';

CREATE VIEW v_accident_daily AS
SELECT
    zone_id,
    severity,
    local_date,
    time_zone,
    accidents,
    accidents_final,
    100 * accidents_final / accidents AS final_pct,
    vehicles,
    accidents_with_vehicles_known,
    vehicles / accidents_with_vehicles_known AS vehicles_per_accident,
    casualties,
    accidents_with_casualties_known,
    casualties / accidents_with_casualties_known AS casualties_per_accident
FROM accident_period
WHERE part_of_day = 'day';

CREATE VIEW v_accident_part_of_day AS
SELECT
    zone_id,
    severity,
    local_date,
    part_of_day,
    (FIELD(part_of_day, 'night', 'morning', 'afternoon', 'evening') - 1) * 6 AS from_hour,
    time_zone,
    accidents,
    accidents_final,
    100 * accidents_final / accidents AS final_pct,
    vehicles,
    accidents_with_vehicles_known,
    vehicles / accidents_with_vehicles_known AS vehicles_per_accident,
    casualties,
    accidents_with_casualties_known,
    casualties / accidents_with_casualties_known AS casualties_per_accident
FROM accident_period
WHERE part_of_day <> 'day';
