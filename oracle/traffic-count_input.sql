-- What the oracle of topic traffic-count is given; its views build on this table and on nothing else. Times are milliseconds
-- since the epoch. One row per record. The count's fields are as Avro's own decoder reads them, and NULL where the value is no
-- count. defect is what the sender broke on purpose, by the name under which it must be refused; NULL: nothing.
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

-- What the verdict builds on. A count is known at the end of its period.
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
