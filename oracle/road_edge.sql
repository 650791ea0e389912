-- The straight pieces of the directed road segments: a two-way road gives two segments, one along its line, one against it.
--
-- Promises: a piece runs from a to b in the direction of travel and holds for event times in [valid_from_ms, valid_to_ms).
-- Pieces are counted from 1 in that direction. A free-flow speed that is not known is NULL.
--
-- From: network.

CREATE OR REPLACE VIEW road_edge AS
WITH feature AS (
    SELECT unnest(from_json(geojson -> 'features', '["JSON"]')) AS feature
    FROM network
),
road AS (
    SELECT
        coalesce(feature ->> '$.properties.segment_id', feature ->> '$.id') AS segment_id,
        coalesce(feature ->> '$.properties.reverse_segment_id', segment_id || '-reverse') AS reverse_segment_id,
        coalesce(feature ->> '$.properties.oneway', 'false') IN ('true', 'yes') AS oneway,
        coalesce(epoch_ms((feature ->> '$.properties.valid_from')::TIMESTAMPTZ), 0) AS valid_from_ms,
        coalesce(epoch_ms((feature ->> '$.properties.valid_to')::TIMESTAMPTZ), 9223372036854775807) AS valid_to_ms,
        floor((feature ->> '$.properties.free_flow_kmh')::DOUBLE * 1000 + 0.5)::BIGINT AS free_flow_mh,
        from_json(feature -> '$.geometry.coordinates', '[["DOUBLE"]]') AS points
    FROM feature
),
segment AS (
    SELECT segment_id, valid_from_ms, valid_to_ms, free_flow_mh, points FROM road
    UNION ALL
    SELECT reverse_segment_id, valid_from_ms, valid_to_ms, free_flow_mh, list_reverse(points) FROM road WHERE NOT oneway
)
SELECT
    segment_id,
    valid_from_ms,
    valid_to_ms,
    free_flow_mh,
    i AS piece,
    points[i][1] AS longitude_a,
    points[i][2] AS latitude_a,
    points[i + 1][1] AS longitude_b,
    points[i + 1][2] AS latitude_b,
    -- clockwise from north
    degrees(atan2(
        (longitude_b - longitude_a) * cos(radians((latitude_a + latitude_b) / 2)), latitude_b - latitude_a)) AS bearing_deg
FROM segment, unnest(range(1, len(points))) AS piece(i);
