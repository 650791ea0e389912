-- The directed road segments, each version of one with the point half-way along its line.
--
-- Promises: lengths are those of great circles by the haversine formula on a sphere of 6,371,008.8 m.
--
-- From: road_edge.

CREATE OR REPLACE VIEW road_segment AS
WITH measured AS (
    SELECT
        *,
        sin(radians(latitude_b - latitude_a) / 2) ** 2
            + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ** 2
            AS haversine,
        2 * 6371008.8 * asin(sqrt(haversine)) AS length_m
    FROM road_edge
),
placed AS (
    SELECT
        *,
        sum(length_m) OVER (way ORDER BY piece) AS to_m,
        sum(length_m) OVER way / 2 AS half_m
    FROM measured
    WINDOW way AS (PARTITION BY segment_id, valid_from_ms)
)
SELECT
    segment_id,
    valid_from_ms,
    valid_to_ms,
    free_flow_mh,
    1 - (to_m - half_m) / length_m AS share,
    latitude_a + share * (latitude_b - latitude_a) AS midpoint_latitude,
    longitude_a + share * (longitude_b - longitude_a) AS midpoint_longitude
FROM placed
WHERE to_m >= half_m AND to_m - length_m < half_m;
