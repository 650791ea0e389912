-- Alerts of record. Times are UTC.

CREATE TABLE alert (
    alert_id        VARCHAR(16) NOT NULL COMMENT 'hash of source_table, rule_id, rule_version, site_id and raised_at',
    kind            VARCHAR(16) NOT NULL COMMENT 'threshold silent',
    rule_id         VARCHAR(64) NOT NULL,
    rule_version    INT         NOT NULL,
    source_table    VARCHAR(64) NOT NULL COMMENT 'the table whose rows the rule watches',
    metric          VARCHAR(64) NULL COMMENT 'what the rule compares, with its unit; NULL: silent',
    site_id         VARCHAR(64) NOT NULL COMMENT 'the camera, segment, station or zone',
    raised_at       DATETIME(3) NOT NULL COMMENT 'end of the window that raised it, or from when on a site counted as silent, UTC',
    cleared_at      DATETIME(3) NULL COMMENT 'end of the window that cleared it, or of the rule''s version, UTC; NULL: raised',
    value_milli     BIGINT      NULL COMMENT 'the metric in the window that raised it, thousandths of its unit; NULL: silent',
    threshold_milli BIGINT      NOT NULL COMMENT 'thousandths of the metric''s unit; silent: thousandths of minutes without a row',
    event_count     BIGINT      NOT NULL COMMENT '1 raised, 2 cleared',
    revision        INT         NOT NULL,
    complete        BOOLEAN     NOT NULL COMMENT 'it is cleared',
    PRIMARY KEY (alert_id),
    KEY alert_by_time (raised_at),
    KEY alert_by_site (source_table, site_id, raised_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Alerts by the rules of option alerts, judged on final rows';

-- A zone has no name; nor has a site that is in no table of reference data.
CREATE VIEW v_alert AS
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
