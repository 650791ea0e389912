-- Accidents by zone, hour and severity: table accident_1h when no report can change it any more.
--
-- Promises: each accident counts once, where its newest report puts it. A cell that any accepted report named has a row, with
-- 0 accidents if all have moved. A value that no accident of a cell reports is NULL.
--
-- From: verdict; accident.

CREATE OR REPLACE VIEW accident_1h AS
WITH named AS (
    SELECT DISTINCT zone_id, epoch_ms(occurred_at_ms // 3600000 * 3600000) AS window_start, severity, accident_id
    FROM verdict
    WHERE verdict = 'accepted'
),
joined AS (
    SELECT
        n.*,
        a.event_count AS reports,
        a.zone_id = n.zone_id AND a.severity = n.severity AND date_trunc('hour', a.occurred_at) = n.window_start AS here,
        a.vehicles,
        a.casualties
    FROM named n
    JOIN accident a USING (accident_id)
)
SELECT
    zone_id,
    window_start,
    severity,
    count(*) FILTER (here) AS accidents,
    CASE WHEN accidents = 0 THEN 0 ELSE sum(vehicles) FILTER (here) END::BIGINT AS vehicles,
    CASE WHEN accidents = 0 THEN 0 ELSE sum(casualties) FILTER (here) END::BIGINT AS casualties,
    sum(reports)::BIGINT AS event_count,
    0 AS revision,
    1 AS complete
FROM joined
GROUP BY zone_id, window_start, severity;
