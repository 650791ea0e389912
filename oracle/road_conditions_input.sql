-- Input of the oracle of road conditions, in addition to the four topics. Each topic is judged in a schema of its own:
-- detection, telemetry, accident, weather. Zones are H3 cells of resolution 8, by H3's own library.

-- Of each segment in telemetry.road_segment the zone in which its midpoint lies.
CREATE TABLE segment_zone (
    segment_id    VARCHAR,
    valid_from_ms BIGINT,
    zone_id       VARCHAR
);

-- The centre of every zone in which something was seen.
CREATE TABLE zone (
    zone_id   VARCHAR,
    latitude  DOUBLE,
    longitude DOUBLE
);

-- How long an accident counts as active when no other report comes.
CREATE TABLE setting (
    active_for_ms BIGINT
);
