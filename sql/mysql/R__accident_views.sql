-- Views of accidents for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_accident AS
SELECT
    a.accident_id,
    a.occurred_at,
    a.first_seen,
    a.reported_at,
    a.status,
    a.resolved_at,
    TIMESTAMPDIFF(SECOND, a.occurred_at, a.resolved_at) / 60 AS duration_min,
    a.severity,
    a.kind,
    a.latitude,
    a.longitude,
    a.zone_id,
    a.segment_id,
    s.name AS street_name,
    a.vehicles,
    a.casualties,
    a.pedestrians,
    a.cycles,
    a.road_condition,
    a.visibility,
    a.speed_limit_kmh,
    a.authority,
    a.description,
    a.weather_station_id,
    w.name AS weather_station_name,
    a.weather_observed_at,
    a.weather_distance_m / 1000 AS weather_distance_km,
    a.weather_condition,
    a.weather_temperature_milli_c / 1000 AS weather_temperature_c,
    a.weather_humidity_milli_pct / 1000 AS weather_humidity_pct,
    a.weather_wind_mm_s / 1000 AS weather_wind_speed_ms,
    a.weather_precipitation_um_h / 1000 AS weather_precipitation_mm_h,
    a.weather_visibility_m / 1000 AS weather_visibility_km,
    a.complete
FROM accident a
LEFT JOIN segment s
    ON s.segment_id = a.segment_id
    AND s.valid_from <= a.occurred_at
    AND (s.valid_to IS NULL OR a.occurred_at < s.valid_to)
LEFT JOIN station w ON w.station_id = a.weather_station_id;

CREATE OR REPLACE VIEW v_accident_1h AS
SELECT
    zone_id,
    window_start,
    severity,
    accidents,
    vehicles,
    casualties,
    vehicles / accidents AS vehicles_per_accident,
    casualties / accidents AS casualties_per_accident,
    complete
FROM accident_1h;

-- Days and parts of day. The join order and the index are fixed, so that each period reads its own rows by their time;
-- the bounds skip periods without rows. Unknown sites, and sites whose zone has no periods yet, use UTC.
-- Computed from the accidents themselves, because an hour of UTC may lie in two days of a zone whose offset has half an hour.
CREATE OR REPLACE VIEW accident_period AS
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

CREATE OR REPLACE VIEW v_accident_daily AS
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

CREATE OR REPLACE VIEW v_accident_part_of_day AS
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
