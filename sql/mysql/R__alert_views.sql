-- Views of alerts for people and reports. Times are UTC. Made by make docs.

-- A site has no name if its reference table has no names or no row for the site.
CREATE OR REPLACE VIEW v_alert AS
SELECT
    a.alert_id,
    a.kind,
    a.rule_id,
    a.rule_version,
    a.source_table,
    a.site_id,
    CASE a.source_table
        WHEN 'camera_traffic_1m' THEN camera.name
        WHEN 'segment_speed_1m' THEN segment.name
        WHEN 'weather_10m' THEN station.name
        WHEN 'traffic_count_15m' THEN counter.name
    END AS site_name,
    a.raised_at,
    a.cleared_at,
    TIMESTAMPDIFF(SECOND, a.raised_at, a.cleared_at) / 60 AS duration_min,
    a.metric,
    a.value_milli / 1000 AS value,
    -- in the unit of the metric; for kind silent in minutes
    a.threshold_milli / 1000 AS threshold,
    a.complete AS cleared
FROM alert a
LEFT JOIN camera
    ON a.source_table = 'camera_traffic_1m'
    AND camera.camera_id = a.site_id
LEFT JOIN segment
    ON a.source_table = 'segment_speed_1m'
    AND segment.segment_id = a.site_id
    AND segment.valid_from <= a.raised_at
    AND (segment.valid_to IS NULL OR a.raised_at < segment.valid_to)
LEFT JOIN station
    ON a.source_table = 'weather_10m'
    AND station.station_id = a.site_id
LEFT JOIN counter
    ON a.source_table = 'traffic_count_15m'
    AND counter.site_id = a.site_id;
