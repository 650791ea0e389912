-- What people read of alerts. Times are UTC.

-- A zone has no name; nor has a site that is in no table of reference data.
CREATE OR REPLACE VIEW v_alert AS
SELECT
    a.alert_id,
    a.kind,
    a.rule_id,
    a.rule_version,
    a.source_table,
    a.site_id,
    CASE a.source_table
        WHEN 'camera_traffic_1m' THEN c.name
        WHEN 'segment_speed_1m' THEN s.name
        WHEN 'weather_10m' THEN w.name
    END AS site_name,
    a.raised_at,
    a.cleared_at,
    TIMESTAMPDIFF(SECOND, a.raised_at, a.cleared_at) / 60 AS duration_min,
    a.metric,
    a.value_milli / 1000 AS value,
    -- in the unit of the metric; of silent in minutes
    a.threshold_milli / 1000 AS threshold,
    a.complete AS cleared
FROM alert a
LEFT JOIN camera c ON c.camera_id = a.site_id
LEFT JOIN station w ON w.station_id = a.site_id
LEFT JOIN segment s
    ON s.segment_id = a.site_id
    AND s.valid_from <= a.raised_at
    AND (s.valid_to IS NULL OR a.raised_at < s.valid_to);
