CREATE EXTERNAL TABLE IF NOT EXISTS weather_10m (
    station_id string,
    window_start timestamp,
    observations bigint,
    temperature_observations bigint,
    temperature_milli_c_sum bigint,
    temperature_milli_c_min int,
    temperature_milli_c_max int,
    humidity_observations bigint,
    humidity_milli_pct_sum bigint,
    humidity_milli_pct_min int,
    humidity_milli_pct_max int,
    wind_observations bigint,
    wind_mm_s_sum bigint,
    wind_mm_s_min int,
    wind_mm_s_max int,
    wind_direction_observations bigint,
    wind_from_east_milli_sum bigint,
    wind_from_north_milli_sum bigint,
    precipitation_observations bigint,
    precipitation_um_h_sum bigint,
    precipitation_um_h_min int,
    precipitation_um_h_max int,
    condition string,
    humidex_milli int,
    heat_index_milli_c int,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/weather_10m/'
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
    'storage.location.template' = 's3://<bucket>/lake/weather_10m/dt=${dt}/hour=${hour}/'
);
