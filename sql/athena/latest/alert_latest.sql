CREATE OR REPLACE VIEW alert_latest AS
SELECT
    alert_id,
    kind,
    rule_id,
    rule_version,
    source_table,
    metric,
    site_id,
    raised_at,
    cleared_at,
    value_milli,
    threshold_milli,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, alert_id
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM alert
)
WHERE place = 1;
