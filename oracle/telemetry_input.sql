-- Input of the oracle of topic vehicle-telemetry. Its views read these tables and nothing else. Times are milliseconds since the
-- epoch.

-- One row per record. The fields are as Avro's own decoder reads them, and NULL if the value is not a report. defect is the
-- reason for which the record must be refused, if the sender broke it on purpose; otherwise NULL.
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

-- The roads that the job was given: one row, a GeoJSON FeatureCollection.
CREATE TABLE network (
    geojson JSON
);

-- Time without a report after which a journey ends.
CREATE TABLE setting (
    journey_gap_ms BIGINT
);

-- Input of the verdict.
CREATE VIEW event AS
SELECT
    -- north is 0 and not 360; -1 means that no heading was measured
    * REPLACE (CASE heading_deg WHEN 360 THEN 0 WHEN -1 THEN NULL ELSE heading_deg END AS heading_deg),
    {'vehicle_id': vehicle_id, 'recorded_at_ms': recorded_at_ms} AS identity,
    recorded_at_ms AS known_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
