CREATE EXTERNAL TABLE IF NOT EXISTS telemetry_match_1m (
    window_start timestamp,
    reports bigint,
    matched bigint,
    without_speed bigint,
    off_road bigint,
    wrong_heading bigint,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/telemetry_match_1m/'
TBLPROPERTIES (
    'parquet.compression' = 'ZSTD',
    'projection.enabled' = 'true',
    'projection.dt.type' = 'date',
    'projection.dt.format' = 'yyyy-MM-dd',
    'projection.dt.range' = '<first-day>,NOW',
    'projection.dt.interval' = '1',
    'projection.dt.interval.unit' = 'DAYS',
    'projection.hour.type' = 'integer',
    'projection.hour.range' = '0,23',
    'projection.hour.digits' = '2',
    'storage.location.template' = 's3://<bucket>/lake/telemetry_match_1m/dt=${dt}/hour=${hour}/'
);
