CREATE EXTERNAL TABLE IF NOT EXISTS camera_traffic_1m (
    camera_id string,
    window_start timestamp,
    frames bigint,
    bicycle_sum bigint,
    car_sum bigint,
    motorcycle_sum bigint,
    bus_sum bigint,
    truck_sum bigint,
    vehicle_max int,
    area_occupancy_ppm_sum bigint,
    model_id string,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/camera_traffic_1m/'
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
    'storage.location.template' = 's3://<bucket>/lake/camera_traffic_1m/dt=${dt}/hour=${hour}/'
);
