-- The trips of the vehicles: table journey.
--
-- Promises: every accepted report is in one journey; reports of a vehicle that lie more than the gap apart are not in the
-- same. A step is the great-circle distance by the haversine formula on a sphere of 6,371,008.8 m, in whole millimetres.
--
-- From: telemetry_match; setting.

CREATE OR REPLACE VIEW journey AS
WITH step AS (
    SELECT
        *,
        recorded_at_ms - lag(recorded_at_ms) OVER way AS pause_ms,
        radians(latitude - lag(latitude) OVER way) AS north,
        radians(longitude - lag(longitude) OVER way) AS east,
        sin(north / 2) ** 2
            + cos(radians(latitude)) * cos(radians(lag(latitude) OVER way)) * sin(east / 2) ** 2 AS haversine,
        floor(2 * 6371008.8 * asin(sqrt(haversine)) * 1000 + 0.5)::BIGINT AS step_mm
    FROM telemetry_match
    WINDOW way AS (PARTITION BY vehicle_id ORDER BY recorded_at_ms, partition, "offset")
),
numbered AS (
    SELECT
        step.*,
        coalesce(pause_ms > journey_gap_ms, true) AS first,
        count(*) FILTER (first) OVER (PARTITION BY vehicle_id ORDER BY recorded_at_ms, partition, "offset") AS journey
    FROM step, setting
),
total AS (
    SELECT
        vehicle_id,
        min(recorded_at_ms) AS start_ms,
        max(recorded_at_ms) AS end_ms,
        coalesce(sum(step_mm) FILTER (NOT first), 0)::BIGINT AS distance_mm,
        count(*) AS samples,
        max(speed_mh) AS speed_max_mh
    FROM numbered
    GROUP BY vehicle_id, journey
)
SELECT
    vehicle_id,
    epoch_ms(start_ms) AS started_at,
    epoch_ms(end_ms) AS ended_at,
    (distance_mm + 500) // 1000 AS distance_m,
    samples,
    distance_mm * 3600 // nullif(end_ms - start_ms, 0) AS speed_avg_mh,
    speed_max_mh,
    samples AS event_count,
    0 AS revision,
    1 AS complete
FROM total;
