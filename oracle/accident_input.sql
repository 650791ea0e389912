-- Input of the oracle of topic accident. Its views read these tables and weather.verdict, which is judged in a schema of its own,
-- and nothing else. Times are milliseconds since the epoch.

-- One row per record. The fields are as Avro's own decoder reads them, and NULL if the value is not a report. zone_id is the H3
-- cell of resolution 8 of its position, by H3's own library. defect is the reason for which the record must be refused, if the
-- sender broke it on purpose; otherwise NULL.
CREATE TABLE record (
    topic           VARCHAR,
    partition       INTEGER,
    "offset"        BIGINT,
    arrival_ms      BIGINT,
    key             VARCHAR,
    accident_id     VARCHAR,
    occurred_at_ms  BIGINT,
    reported_at_ms  BIGINT,
    latitude        DOUBLE,
    longitude       DOUBLE,
    severity        VARCHAR,
    kind            VARCHAR,
    status          VARCHAR,
    vehicles        INTEGER,
    casualties      INTEGER,
    pedestrians     INTEGER,
    cycles          INTEGER,
    road_condition  VARCHAR,
    visibility      VARCHAR,
    speed_limit_kmh INTEGER,
    authority       VARCHAR,
    description     VARCHAR,
    zone_id         VARCHAR,
    defect          VARCHAR
);

-- The roads that the job was given: one row, a GeoJSON FeatureCollection.
CREATE TABLE network (
    geojson JSON
);

-- texts are stripped; an empty one is missing
CREATE MACRO cleaned(words) AS nullif(regexp_replace(words, '^\s+|\s+$', '', 'g'), '');

-- Input of the verdict.
CREATE VIEW event AS
SELECT
    * REPLACE (
        cleaned(road_condition) AS road_condition,
        cleaned(visibility) AS visibility,
        cleaned(authority) AS authority,
        cleaned(description) AS description
    ),
    {'accident_id': accident_id, 'status': status, 'reported_at_ms': reported_at_ms} AS identity,
    reported_at_ms AS known_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
