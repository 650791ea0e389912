CREATE OR REPLACE VIEW alert_latest AS
SELECT
    latest.alert_id,
    latest.kind,
    latest.rule_id,
    latest.rule_version,
    latest.source_table,
    latest.metric,
    latest.site_id,
    latest.raised_at,
    latest.cleared_at,
    latest.value_milli,
    latest.threshold_milli,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, alert_id
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM alert AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'alert')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'alert'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.raised_at
    AND newer.range_to > latest.raised_at
WHERE place = 1 AND newer.revision IS NULL;
