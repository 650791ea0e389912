CREATE EXTERNAL TABLE IF NOT EXISTS camera_frame (
    frame_id string,
    camera_id string,
    captured_at timestamp,
    latitude double,
    longitude double,
    image_uri string,
    image_sha256 string,
    image_bytes int,
    topic string,
    `partition` int,
    `offset` bigint,
    arrival_time timestamp,
    late boolean,
    kept_uri string
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/camera_frame/'
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
    'storage.location.template' = 's3://<bucket>/lake/camera_frame/dt=${dt}/hour=${hour}/'
);
