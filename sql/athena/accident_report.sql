CREATE EXTERNAL TABLE IF NOT EXISTS accident_report (
    accident_id string,
    occurred_at timestamp,
    reported_at timestamp,
    latitude double,
    longitude double,
    severity string,
    kind string,
    status string,
    vehicles int,
    casualties int,
    pedestrians int,
    cycles int,
    road_condition string,
    visibility string,
    speed_limit_kmh int,
    authority string,
    description string,
    topic string,
    `partition` int,
    `offset` bigint,
    arrival_time timestamp,
    late boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/accident_report/'
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
    'storage.location.template' = 's3://<bucket>/lake/accident_report/dt=${dt}/hour=${hour}/'
);
