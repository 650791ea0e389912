-- Which hours the lake has, and whether more rows of them will come. Times are UTC.

CREATE TABLE lake_partition (
    dataset    VARCHAR(64) NOT NULL COMMENT 'folder of the lake',
    dt         DATE        NOT NULL COMMENT 'day of the rows'' time, UTC',
    hour       TINYINT     NOT NULL COMMENT '0 to 23, UTC',
    state      VARCHAR(16) NOT NULL COMMENT 'open: rows still come; final: none but late events and corrections; compacting: final, and rows may be seen twice while small files are merged; compacted: final, and its small files are merged',
    files      INT         NOT NULL COMMENT 'finished files',
    rows_count BIGINT      NOT NULL COMMENT 'rows in them: of final rows every revision, of events the late ones too',
    bytes      BIGINT      NOT NULL COMMENT 'size of the files',
    checked_at DATETIME(3) NOT NULL COMMENT 'when the files were looked at, by the clock of the database, UTC',
    PRIMARY KEY (dataset, dt, hour)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Hours of the lake, as the last daily run found them';

CREATE VIEW v_lake_partition AS
SELECT
    dataset,
    dt,
    hour,
    TIMESTAMPADD(HOUR, hour, CAST(dt AS DATETIME(3))) AS hour_start,
    state,
    files,
    rows_count,
    bytes,
    checked_at
FROM lake_partition;
