-- Where each accepted report is in the road network: on a segment, off every road, or near roads that run another way. One
-- without a speed is not looked up.
--
-- Promises: distances are measured on a plane in metres that touches the Earth, a sphere of 6,371,008.8 m, at the report. A
-- segment matches where one of its pieces is within 30 m of the report and, if a heading was measured, within 45 degrees of
-- it. The nearest in whole centimetres is taken, of equally near ones the first by segment_id.
--
-- From: verdict; road_edge.

CREATE OR REPLACE VIEW telemetry_match AS
WITH accepted AS (
    SELECT
        partition,
        "offset",
        vehicle_id,
        vehicle_class,
        recorded_at_ms,
        recorded_at_ms // 60000 * 60000 AS minute_ms,
        floor(speed_kmh * 1000 + 0.5)::BIGINT AS speed_mh,
        latitude,
        longitude,
        heading_deg,
        6371008.8 * pi() / 180 AS metres_north,
        6371008.8 * pi() / 180 * cos(radians(latitude)) AS metres_east
    FROM verdict
    WHERE verdict = 'accepted'
),
placed AS (
    SELECT
        a.partition,
        a."offset",
        e.segment_id,
        (longitude_a - longitude) * metres_east AS ax,
        (latitude_a - latitude) * metres_north AS ay,
        (longitude_b - longitude_a) * metres_east AS dx,
        (latitude_b - latitude_a) * metres_north AS dy,
        greatest(0, least(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) AS share,
        sqrt((ax + share * dx) ** 2 + (ay + share * dy) ** 2) AS distance_m,
        -- the difference of two directions, the short way round
        abs((bearing_deg - heading_deg + 900) % 360 - 180) AS turn_deg
    FROM accepted a
    JOIN road_edge e ON a.recorded_at_ms >= e.valid_from_ms AND a.recorded_at_ms < e.valid_to_ms
    WHERE speed_mh IS NOT NULL
),
near AS (
    SELECT
        partition,
        "offset",
        min((floor(distance_m * 100 + 0.5)::BIGINT, segment_id))
            FILTER (turn_deg IS NULL OR turn_deg <= 45) AS nearest
    FROM placed
    WHERE distance_m <= 30
    GROUP BY partition, "offset"
)
SELECT
    a.*,
    n.nearest.struct_extract(2) AS segment_id,
    CASE
        WHEN speed_mh IS NULL THEN 'without_speed'
        WHEN n.partition IS NULL THEN 'off_road'
        WHEN n.nearest IS NULL THEN 'wrong_heading'
        ELSE 'matched'
    END AS outcome
FROM accepted a
LEFT JOIN near n USING (partition, "offset");
