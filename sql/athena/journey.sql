CREATE EXTERNAL TABLE IF NOT EXISTS journey (
    vehicle_id string,
    started_at timestamp,
    ended_at timestamp,
    distance_m bigint,
    samples bigint,
    implausible bigint,
    speed_avg_mh bigint,
    speed_max_mh bigint,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/journey/'
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
    'storage.location.template' = 's3://<bucket>/lake/journey/dt=${dt}/hour=${hour}/'
);
