CREATE EXTERNAL TABLE IF NOT EXISTS alert (
    alert_id string,
    kind string,
    rule_id string,
    rule_version int,
    source_table string,
    metric string,
    site_id string,
    raised_at timestamp,
    cleared_at timestamp,
    value_milli bigint,
    threshold_milli bigint,
    event_count bigint,
    revision int,
    complete boolean
)
PARTITIONED BY (dt string, hour int)
STORED AS PARQUET
LOCATION 's3://<bucket>/lake/alert/'
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
    'storage.location.template' = 's3://<bucket>/lake/alert/dt=${dt}/hour=${hour}/'
);
