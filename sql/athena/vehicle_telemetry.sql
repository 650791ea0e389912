CREATE EXTERNAL TABLE IF NOT EXISTS vehicle_telemetry (
    vehicle_id string,
    recorded_at timestamp,
    latitude double,
    longitude double,
    speed_kmh double,
    heading_deg double,
    vehicle_class string,
    fuel_type string,
    make string,
    model string,
    model_year int,
    topic string,
    `partition` int,
    `offset` bigint,
    arrival_time timestamp,
    late boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/vehicle_telemetry/'
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
    'storage.location.template' = 's3://<bucket>/lake/vehicle_telemetry/dt=${dt}/hour=${hour}/'
);
