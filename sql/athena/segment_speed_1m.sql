CREATE EXTERNAL TABLE IF NOT EXISTS segment_speed_1m (
    segment_id string,
    window_start timestamp,
    samples bigint,
    vehicles bigint,
    speed_sum_mh bigint,
    speed_max_mh bigint,
    p15_kmh int,
    p50_kmh int,
    p85_kmh int,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/segment_speed_1m/'
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
    'storage.location.template' = 's3://<bucket>/lake/segment_speed_1m/dt=${dt}/hour=${hour}/'
);
