CREATE OR REPLACE VIEW camera_traffic_1m_latest AS
SELECT
    camera_id,
    window_start,
    frames,
    bicycle_sum,
    car_sum,
    motorcycle_sum,
    bus_sum,
    truck_sum,
    vehicle_max,
    occupancy_ppm_sum,
    model_id,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, camera_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM camera_traffic_1m
)
WHERE place = 1;
