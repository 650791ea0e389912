-- Views of speeds and journeys for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_segment_speed AS
SELECT
    t.segment_id,
    s.name AS street_name,
    s.zone_id,
    t.window_start,
    t.samples,
    t.vehicles,
    t.speed_sum_mh / t.samples / 1000 AS speed_mean_kmh,
    t.speed_max_mh / 1000 AS speed_max_kmh,
    t.p15_kmh,
    t.p50_kmh,
    t.p85_kmh,
    s.free_flow_kmh,
    100 * t.p50_kmh / s.free_flow_kmh AS p50_of_free_flow_pct,
    t.complete
FROM segment_speed_1m t
LEFT JOIN segment s
    ON s.segment_id = t.segment_id
    AND s.valid_from <= t.window_start
    AND (s.valid_to IS NULL OR t.window_start < s.valid_to);

-- matched_pct is the share of the reports with a speed: only those are matched.
CREATE OR REPLACE VIEW v_telemetry_match AS
SELECT
    window_start,
    reports,
    matched,
    without_speed,
    off_road,
    wrong_heading,
    100 * matched / NULLIF(reports - without_speed, 0) AS matched_pct,
    complete
FROM telemetry_match_1m;

CREATE OR REPLACE VIEW v_journey AS
SELECT
    vehicle_id,
    started_at,
    ended_at,
    TIMESTAMPDIFF(SECOND, started_at, ended_at) / 60 AS duration_min,
    distance_m / 1000 AS distance_km,
    speed_avg_mh / 1000 AS speed_mean_kmh,
    speed_max_mh / 1000 AS speed_max_kmh,
    samples,
    implausible
FROM journey;

-- Days and parts of day. The join order and the index are fixed, so that each period reads its own rows by their time;
-- the bounds skip periods without rows. Unknown sites, and sites whose zone has no periods yet, use UTC.
CREATE OR REPLACE VIEW segment_speed_period AS
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
    -- over the samples with a known free-flow speed
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

CREATE OR REPLACE VIEW v_segment_speed_daily AS
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

CREATE OR REPLACE VIEW v_segment_speed_part_of_day AS
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
