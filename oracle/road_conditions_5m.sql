-- Conditions on the roads of each zone in each five minutes: table road_conditions_5m when every window is final.
--
-- Promises: a zone has a row where cameras had frames, vehicles reported, or a report that may still hold put an accident,
-- even if the accident is over. A quantity that was not measured is NULL. Level of service is that of the Highway Capacity
-- Manual 2010, Exhibit 17-2, from the median speed in whole km/h and the mean free-flow speed of the samples, without any
-- rounding. An ACTIVE report holds until the next report on its accident, at most for the time of the setting.
--
-- From: detection.verdict; telemetry.telemetry_match and telemetry.road_segment; accident.verdict;
-- observation and weather_at; segment_zone, zone and setting.

CREATE OR REPLACE VIEW zone_frames AS
SELECT
    zone_id,
    captured_at_ms // 300000 * 300000 AS start_ms,
    count(*) AS frames,
    sum(vehicles)::BIGINT AS vehicle_sum
FROM detection.verdict
WHERE verdict = 'accepted'
GROUP BY zone_id, start_ms;

-- A table and not a view, because map matching in every query would be slow.
CREATE OR REPLACE TABLE zone_speed AS
WITH sample AS (
    SELECT
        z.zone_id,
        m.recorded_at_ms // 300000 * 300000 AS start_ms,
        m.vehicle_id,
        (m.speed_mh + 500) // 1000 AS kmh,
        s.free_flow_mh,
        row_number() OVER (PARTITION BY z.zone_id, start_ms ORDER BY m.speed_mh) AS rank,
        count(*) OVER (PARTITION BY z.zone_id, start_ms) AS samples
    FROM telemetry.telemetry_match m
    JOIN telemetry.road_segment s
        ON s.segment_id = m.segment_id AND m.recorded_at_ms >= s.valid_from_ms AND m.recorded_at_ms < s.valid_to_ms
    JOIN segment_zone z ON z.segment_id = s.segment_id AND z.valid_from_ms = s.valid_from_ms
    WHERE m.outcome = 'matched' AND m.vehicle_class <> 'BICYCLE' AND s.free_flow_mh IS NOT NULL
)
SELECT
    zone_id,
    start_ms,
    count(*) AS samples,
    count(DISTINCT vehicle_id) AS vehicles,
    any_value(kmh) FILTER (rank = (50 * samples + 99) // 100)::INTEGER AS p50_kmh,
    sum(free_flow_mh)::BIGINT AS free_flow_sum_mh
FROM sample
GROUP BY zone_id, start_ms;

CREATE OR REPLACE VIEW zone_accidents AS
WITH report AS (
    SELECT *, lead(reported_at_ms) OVER (
        PARTITION BY accident_id ORDER BY reported_at_ms, status, partition, "offset") AS next_ms
    FROM accident.verdict
    WHERE verdict = 'accepted'
),
active AS (
    SELECT
        accident_id,
        zone_id,
        reported_at_ms AS from_ms,
        least(next_ms, reported_at_ms + active_for_ms) AS to_ms
    FROM report, setting
    WHERE status = 'ACTIVE'
),
met AS (
    -- a report that the next one replaced at once still lies in its window
    SELECT accident_id, zone_id, unnest(range(from_ms // 300000 * 300000, greatest(to_ms, from_ms + 1), 300000)) AS start_ms
    FROM active
)
SELECT zone_id, start_ms, count(DISTINCT accident_id) AS active_accidents
FROM met
GROUP BY zone_id, start_ms;

-- Every window in which some report put an accident there, or in which that accident could still be active.
CREATE OR REPLACE VIEW zone_reports AS
SELECT DISTINCT
    zone_id,
    unnest(range(reported_at_ms // 300000 * 300000, reported_at_ms + active_for_ms + 1, 300000)) AS start_ms
FROM accident.verdict, setting
WHERE verdict = 'accepted';

CREATE OR REPLACE TABLE zone_window AS
SELECT zone_id, latitude, longitude, start_ms, start_ms + 299999 AS at_ms
FROM (
    SELECT zone_id, start_ms FROM zone_frames
    UNION
    SELECT zone_id, start_ms FROM zone_speed
    UNION
    SELECT zone_id, start_ms FROM zone_reports
)
JOIN zone USING (zone_id);

-- The number of reports and observations that a row is based on: those that could affect the window.
CREATE OR REPLACE VIEW zone_evidence AS
WITH report AS (
    SELECT w.zone_id AS asked_zone_id, w.start_ms, a.*
    FROM zone_window w, setting, accident.verdict a
    WHERE a.verdict = 'accepted'
        AND a.reported_at_ms >= w.start_ms - active_for_ms
        AND a.reported_at_ms < w.start_ms + 300000
),
named AS (
    SELECT DISTINCT asked_zone_id, start_ms, accident_id FROM report WHERE zone_id = asked_zone_id
),
reported AS (
    SELECT asked_zone_id AS zone_id, start_ms, count(*) AS reports
    FROM report
    JOIN named USING (asked_zone_id, start_ms, accident_id)
    GROUP BY asked_zone_id, start_ms
),
observed AS (
    SELECT w.zone_id, w.start_ms, count(*) AS observations
    FROM zone_window w
    JOIN observation o ON o.observed_at_ms BETWEEN w.at_ms - 3600000 AND w.at_ms
    GROUP BY w.zone_id, w.start_ms
)
SELECT zone_id, start_ms, coalesce(reports, 0) AS reports, coalesce(observations, 0) AS observations
FROM zone_window
LEFT JOIN reported USING (zone_id, start_ms)
LEFT JOIN observed USING (zone_id, start_ms);

-- A table and not a view, because it is computed from many views.
CREATE OR REPLACE TABLE road_conditions_5m AS
SELECT
    zone_id,
    epoch_ms(start_ms) AS window_start,
    coalesce(f.frames, 0) AS frames,
    f.vehicle_sum,
    coalesce(s.samples, 0) AS samples,
    s.vehicles,
    s.p50_kmh,
    s.free_flow_sum_mh,
    CASE
        WHEN s.samples IS NULL THEN NULL
        WHEN s.p50_kmh::BIGINT * 100000 * s.samples > 85 * s.free_flow_sum_mh THEN 'A'
        WHEN s.p50_kmh::BIGINT * 100000 * s.samples > 67 * s.free_flow_sum_mh THEN 'B'
        WHEN s.p50_kmh::BIGINT * 100000 * s.samples > 50 * s.free_flow_sum_mh THEN 'C'
        WHEN s.p50_kmh::BIGINT * 100000 * s.samples > 40 * s.free_flow_sum_mh THEN 'D'
        WHEN s.p50_kmh::BIGINT * 100000 * s.samples > 30 * s.free_flow_sum_mh THEN 'E'
        ELSE 'F'
    END AS level_of_service,
    coalesce(a.active_accidents, 0) AS active_accidents,
    w.weather_station_id,
    w.weather_observed_at,
    w.weather_distance_m,
    w.weather_condition,
    w.weather_temperature_milli_c,
    w.weather_humidity_milli_pct,
    w.weather_wind_mm_s,
    w.weather_precipitation_um_h,
    w.weather_visibility_m,
    coalesce(f.frames, 0) + coalesce(s.samples, 0) + e.reports + e.observations AS event_count,
    0 AS revision,
    1 AS complete
FROM zone_window
JOIN zone_evidence e USING (zone_id, start_ms)
LEFT JOIN zone_frames f USING (zone_id, start_ms)
LEFT JOIN zone_speed s USING (zone_id, start_ms)
LEFT JOIN zone_accidents a USING (zone_id, start_ms)
LEFT JOIN weather_at('zone_window') w USING (latitude, longitude, at_ms);
