CREATE EXTERNAL TABLE IF NOT EXISTS weather_observation (
    station_id string,
    observed_at timestamp,
    latitude double,
    longitude double,
    temperature_c double,
    humidity_pct double,
    pressure_hpa double,
    wind_speed_ms double,
    wind_direction_deg double,
    precipitation_mm_h double,
    visibility_m double,
    condition string,
    description string,
    air_quality_index int,
    topic string,
    `partition` int,
    `offset` bigint,
    arrival_time timestamp,
    late boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/weather_observation/'
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
    'storage.location.template' = 's3://<bucket>/lake/weather_observation/dt=${dt}/hour=${hour}/'
);
