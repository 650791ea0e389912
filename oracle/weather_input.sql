-- Input of the oracle of topic weather. Its views read this table and nothing else. Times are milliseconds since the epoch. One
-- row per record. The fields are as Avro's own decoder reads them, and NULL if the value is not an observation. defect is the
-- reason for which the record must be refused, if the sender broke it on purpose; otherwise NULL.
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

-- Input of the verdict.
CREATE VIEW event AS
SELECT
    *,
    {'station_id': station_id, 'observed_at_ms': observed_at_ms} AS identity,
    observed_at_ms AS known_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
