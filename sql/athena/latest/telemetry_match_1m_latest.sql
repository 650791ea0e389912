CREATE OR REPLACE VIEW telemetry_match_1m_latest AS
SELECT
    latest.window_start,
    latest.reports,
    latest.matched,
    latest.without_speed,
    latest.off_road,
    latest.wrong_heading,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM telemetry_match_1m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'telemetry_match_1m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'telemetry_match_1m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
