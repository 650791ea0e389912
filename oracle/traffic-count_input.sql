-- Input of the oracle of topic traffic-count. Its views read this table and nothing else. Times are milliseconds since the epoch.
-- One row per record. The fields are as Avro's own decoder reads them, and NULL if the value is not a count. defect is the reason
-- for which the record must be refused, if the sender broke it on purpose; otherwise NULL.
CREATE TABLE record (
    topic           VARCHAR,
    partition       INTEGER,
    "offset"        BIGINT,
    arrival_ms      BIGINT,
    key             VARCHAR,
    site_id         VARCHAR,
    lane            VARCHAR,
    period_start_ms BIGINT,
    period_seconds  INTEGER,
    vehicles        INTEGER,
    bicycles        INTEGER,
    cars            INTEGER,
    motorcycles     INTEGER,
    buses           INTEGER,
    trucks          INTEGER,
    others          INTEGER,
    speed_kmh       DOUBLE,
    occupancy_pct   DOUBLE,
    latitude        DOUBLE,
    longitude       DOUBLE,
    defect          VARCHAR
);

-- Input of the verdict. A count is known at the end of its period.
CREATE VIEW event AS
SELECT
    *,
    {
        'site_id': site_id,
        'lane': lane,
        'period_start_ms': period_start_ms,
        'period_seconds': period_seconds
    } AS identity,
    period_start_ms::HUGEINT + 1000 * period_seconds AS known_ms,
    3600000 AS lateness_ms,
    false AS shows_later
FROM record;
