CREATE EXTERNAL TABLE IF NOT EXISTS frame_detections (
    frame_id string,
    camera_id string,
    captured_at timestamp,
    latitude double,
    longitude double,
    source_partition int,
    source_offset bigint,
    source_arrival timestamp,
    model_id string,
    image_width int,
    image_height int,
    detections array<struct<label:string,confidence:double,x_min:float,y_min:float,x_max:float,y_max:float>>
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/frame_detections/'
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
    'storage.location.template' = 's3://<bucket>/lake/frame_detections/dt=${dt}/hour=${hour}/'
);
