CREATE EXTERNAL TABLE IF NOT EXISTS road_conditions_5m (
    zone_id string,
    window_start timestamp,
    frames bigint,
    vehicle_sum bigint,
    samples bigint,
    vehicles bigint,
    p50_kmh int,
    free_flow_sum_mh bigint,
    level_of_service string,
    active_accidents bigint,
    weather_station_id string,
    weather_observed_at timestamp,
    weather_distance_m int,
    weather_condition string,
    weather_temperature_milli_c int,
    weather_humidity_milli_pct int,
    weather_wind_mm_s int,
    weather_precipitation_um_h int,
    weather_visibility_m int,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/road_conditions_5m/'
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
    'storage.location.template' = 's3://<bucket>/lake/road_conditions_5m/dt=${dt}/hour=${hour}/'
);
