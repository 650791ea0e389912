CREATE OR REPLACE VIEW camera_traffic_1m_latest AS
SELECT
    latest.camera_id,
    latest.window_start,
    latest.frames,
    latest.bicycle_sum,
    latest.car_sum,
    latest.motorcycle_sum,
    latest.bus_sum,
    latest.truck_sum,
    latest.vehicle_max,
    latest.area_occupancy_ppm_sum,
    latest.model_id,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY dt, hour, camera_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM camera_traffic_1m AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'camera_traffic_1m')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'camera_traffic_1m'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.window_start
    AND newer.range_to > latest.window_start
WHERE place = 1 AND newer.revision IS NULL;
