CREATE OR REPLACE VIEW journey_latest AS
SELECT
    latest.vehicle_id,
    latest.started_at,
    latest.ended_at,
    latest.distance_m,
    latest.samples,
    latest.implausible,
    latest.speed_avg_mh,
    latest.speed_max_mh,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, vehicle_id, started_at
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM journey AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'journey')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'journey'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.started_at
    AND newer.range_to > latest.started_at
WHERE place = 1 AND newer.revision IS NULL;
