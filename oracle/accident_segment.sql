-- The road segment of each accepted report: the nearest within 30 m, whichever way it runs.
--
-- Promises: distances are measured on a plane in metres that touches the Earth, a sphere of 6,371,008.8 m, at the accident. The
-- nearest in whole centimetres is taken, of equally near ones the first by segment_id. A report on no road has no row.
--
-- From: verdict; road_edge.

CREATE OR REPLACE VIEW accident_segment AS
WITH placed AS (
    SELECT
        a.partition,
        a."offset",
        e.segment_id,
        6371008.8 * pi() / 180 AS metres_north,
        metres_north * cos(radians(latitude)) AS metres_east,
        (longitude_a - longitude) * metres_east AS ax,
        (latitude_a - latitude) * metres_north AS ay,
        (longitude_b - longitude_a) * metres_east AS dx,
        (latitude_b - latitude_a) * metres_north AS dy,
        greatest(0, least(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) AS share,
        sqrt((ax + share * dx) ** 2 + (ay + share * dy) ** 2) AS distance_m
    FROM verdict a
    JOIN road_edge e ON a.occurred_at_ms >= e.valid_from_ms AND a.occurred_at_ms < e.valid_to_ms
    WHERE verdict = 'accepted'
)
SELECT
    partition,
    "offset",
    min((floor(distance_m * 100 + 0.5)::BIGINT, segment_id)).struct_extract(2) AS segment_id
FROM placed
WHERE distance_m <= 30
GROUP BY partition, "offset";
