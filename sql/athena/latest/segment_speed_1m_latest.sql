CREATE OR REPLACE VIEW segment_speed_1m_latest AS
SELECT
    latest.segment_id,
    latest.window_start,
    latest.samples,
    latest.vehicles,
    latest.speed_sum_mh,
    latest.speed_max_mh,
    latest.p15_kmh,
    latest.p50_kmh,
    latest.p85_kmh,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, segment_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM segment_speed_1m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'segment_speed_1m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'segment_speed_1m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
