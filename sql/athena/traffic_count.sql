CREATE EXTERNAL TABLE IF NOT EXISTS traffic_count (
    site_id string,
    lane string,
    period_start timestamp,
    period_seconds int,
    vehicles int,
    bicycles int,
    cars int,
    motorcycles int,
    buses int,
    trucks int,
    others int,
    speed_kmh double,
    occupancy_pct double,
    latitude double,
    longitude double,
    topic string,
    `partition` int,
    `offset` bigint,
    arrival_time timestamp,
    late boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/traffic_count/'
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
    'storage.location.template' = 's3://<bucket>/lake/traffic_count/dt=${dt}/hour=${hour}/'
);
