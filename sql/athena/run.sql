CREATE EXTERNAL TABLE IF NOT EXISTS run (
    dataset string,
    revision int,
    range_from timestamp,
    range_to timestamp
)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/run/'
TBLPROPERTIES ('parquet.compression' = 'ZSTD');
