-- What the oracle of topic weather is given; its views build on this table and on nothing else. Times are milliseconds since
-- the epoch. One row per record. The observation's fields are as Avro's own decoder reads them, and NULL where the value is
-- no observation. defect is what the sender broke on purpose, by the name under which it must be refused; NULL: nothing.
CREATE TABLE record (
    topic              VARCHAR,
    partition          INTEGER,
    "offset"           BIGINT,
    arrival_ms         BIGINT,
    key                VARCHAR,
    station_id         VARCHAR,
    observed_at_ms     BIGINT,
    latitude           DOUBLE,
    longitude          DOUBLE,
    temperature_c      DOUBLE,
    humidity_pct       DOUBLE,
    pressure_hpa       DOUBLE,
    wind_speed_ms      DOUBLE,
    wind_direction_deg DOUBLE,
    precipitation_mm_h DOUBLE,
    visibility_m       DOUBLE,
    condition          VARCHAR,
    description        VARCHAR,
    air_quality_index  INTEGER,
    defect             VARCHAR
);

-- What the verdict builds on.
CREATE VIEW event AS
SELECT
    *,
    {'station_id': station_id, 'observed_at_ms': observed_at_ms} AS identity,
    observed_at_ms AS known_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
