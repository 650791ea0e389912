-- Input of the oracle of topic detection. Its views read this table and nothing else. Times are milliseconds since the epoch.
-- One row per record. The fields are as Avro's own decoder reads them, and NULL if the value is not a record of the contract.
-- vehicles is the number of its boxes, zone_id the H3 cell of resolution 8 of its position, by H3's own library. defect is what
-- the sender broke on purpose; otherwise NULL.
CREATE TABLE record (
    topic             VARCHAR,
    partition         INTEGER,
    "offset"          BIGINT,
    key               VARCHAR,
    camera_id         VARCHAR,
    captured_at_ms    BIGINT,
    latitude          DOUBLE,
    longitude         DOUBLE,
    source_partition  INTEGER,
    source_offset     BIGINT,
    source_arrival_ms BIGINT,
    vehicles          INTEGER,
    defect            VARCHAR,
    zone_id           VARCHAR
);

-- Input of the verdict. A frame is judged by its time of arrival in topic camera, and identified by its place there. So it counts
-- once, however often and however late its detections were published.
CREATE VIEW event AS
SELECT
    *,
    {'source_partition': source_partition, 'source_offset': source_offset} AS identity,
    captured_at_ms AS known_ms,
    source_arrival_ms AS arrival_ms,
    600000 AS lateness_ms,
    false AS shows_later
FROM record;
