-- What the map tells of a segment besides its line: class, lanes, where its free-flow speed comes from, whose data it is.

ALTER TABLE segment
    ADD COLUMN road_class VARCHAR(32) NULL
        COMMENT 'value of highway in OpenStreetMap, such as primary; NULL: unknown' AFTER free_flow_kmh,
    ADD COLUMN lanes INT NULL
        COMMENT 'of the road, of both directions together where it has two; NULL: unknown' AFTER road_class,
    ADD COLUMN free_flow_source VARCHAR(16) NULL
        COMMENT 'of free_flow_kmh. given: by the file; maxspeed: the posted limit; derived: a default for such roads; NULL: no speed, or written before this column'
        AFTER lanes,
    ADD COLUMN attribution VARCHAR(200) NULL
        COMMENT 'what must be shown where the segment is shown; NULL: nothing' AFTER free_flow_source;

CREATE OR REPLACE VIEW v_segment AS
SELECT
    segment_id,
    valid_from,
    valid_to,
    name AS street_name,
    geometry AS geometry_wkt,
    length_m / 1000 AS length_km,
    free_flow_kmh,
    zone_id,
    road_class,
    lanes,
    free_flow_source,
    attribution
FROM segment;
