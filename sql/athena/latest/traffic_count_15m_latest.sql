CREATE OR REPLACE VIEW traffic_count_15m_latest AS
SELECT
    latest.site_id,
    latest.lane,
    latest.window_start,
    latest.periods,
    latest.overlapping,
    latest.covered_seconds,
    latest.vehicles,
    latest.bicycles,
    latest.cars,
    latest.motorcycles,
    latest.buses,
    latest.trucks,
    latest.others,
    latest.speed_weighted_sum_mh,
    latest.speed_vehicles,
    latest.occupancy_ppm_seconds,
    latest.occupancy_seconds,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, site_id, lane, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM traffic_count_15m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'traffic_count_15m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'traffic_count_15m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
