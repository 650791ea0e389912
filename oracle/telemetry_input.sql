-- What the oracle of topic vehicle-telemetry is given; its views build on these tables and on nothing else. Times are
-- milliseconds since the epoch.

-- One row per record. The report's fields are as Avro's own decoder reads them, and NULL where the value is no report. defect
-- is what the sender broke on purpose, by the name under which it must be refused; NULL: nothing.
CREATE TABLE record (
    topic          VARCHAR,
    partition      INTEGER,
    "offset"       BIGINT,
    arrival_ms     BIGINT,
    key            VARCHAR,
    vehicle_id     VARCHAR,
    recorded_at_ms BIGINT,
    latitude       DOUBLE,
    longitude      DOUBLE,
    speed_kmh      DOUBLE,
    heading_deg    DOUBLE,
    vehicle_class  VARCHAR,
    fuel_type      VARCHAR,
    make           VARCHAR,
    model          VARCHAR,
    model_year     INTEGER,
    defect         VARCHAR
);

-- The roads, as the job was given them: one row, a GeoJSON FeatureCollection.
CREATE TABLE network (
    geojson JSON
);

-- How long a vehicle must be silent for its journey to end.
CREATE TABLE setting (
    journey_gap_ms BIGINT
);

-- What the verdict builds on.
CREATE VIEW event AS
SELECT
    -- north has one name, and -1 says that no heading was measured
    * REPLACE (CASE heading_deg WHEN 360 THEN 0 WHEN -1 THEN NULL ELSE heading_deg END AS heading_deg),
    {'vehicle_id': vehicle_id, 'recorded_at_ms': recorded_at_ms} AS identity,
    recorded_at_ms AS known_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
