CREATE EXTERNAL TABLE IF NOT EXISTS traffic_count_1h (
    site_id string,
    lane string,
    window_start timestamp,
    periods bigint,
    overlapping bigint,
    covered_seconds bigint,
    vehicles bigint,
    bicycles bigint,
    cars bigint,
    motorcycles bigint,
    buses bigint,
    trucks bigint,
    others bigint,
    speed_weighted_sum_mh bigint,
    speed_vehicles bigint,
    occupancy_ppm_seconds bigint,
    occupancy_seconds bigint,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/traffic_count_1h/'
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
    'storage.location.template' = 's3://<bucket>/lake/traffic_count_1h/dt=${dt}/hour=${hour}/'
);
