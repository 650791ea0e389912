CREATE OR REPLACE VIEW accident_1h_latest AS
SELECT
    latest.zone_id,
    latest.window_start,
    latest.severity,
    latest.accidents,
    latest.vehicles,
    latest.casualties,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, zone_id, window_start, severity
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM accident_1h AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'accident_1h')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'accident_1h'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
