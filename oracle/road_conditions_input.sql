-- Input of the oracle of road conditions, in addition to the four topics. Each topic is judged in a schema of its own:
-- detection, telemetry, accident, weather. Zones are H3 cells of resolution 8, by H3's own library.

-- The zone of each segment in telemetry.road_segment: that of its midpoint.
CREATE TABLE segment_zone (
    segment_id    VARCHAR,
    valid_from_ms BIGINT,
    zone_id       VARCHAR
);

-- The centre of every zone with data.
CREATE TABLE zone (
    zone_id   VARCHAR,
    latitude  DOUBLE,
    longitude DOUBLE
);

-- Time for which an accident counts as active if no other report follows.
CREATE TABLE setting (
    active_for_ms BIGINT
);
