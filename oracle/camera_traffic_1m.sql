-- What each camera saw in each minute: table camera_traffic_1m when every minute is final.
--
-- Promises: every accepted frame is in its camera's minute once, whether or not its detections came through, so that a
-- lost detection shows as a difference. A minute without accepted frames has no row.
--
-- From: verdict; frame_detections and detection (what the model saw, judged elsewhere); frame_area_occupancy.

CREATE OR REPLACE VIEW camera_traffic_1m AS
WITH vehicles AS (
    SELECT
        partition,
        "offset",
        count(*) AS vehicles,
        count(*) FILTER (label = 'bicycle') AS bicycles,
        count(*) FILTER (label = 'car') AS cars,
        count(*) FILTER (label = 'motorcycle') AS motorcycles,
        count(*) FILTER (label = 'bus') AS buses,
        count(*) FILTER (label = 'truck') AS trucks
    FROM detection
    GROUP BY partition, "offset"
)
SELECT
    r.camera_id,
    epoch_ms(r.captured_at_ms // 60000 * 60000) AS window_start,
    count(*) AS frames,
    coalesce(sum(bicycles), 0)::BIGINT AS bicycle_sum,
    coalesce(sum(cars), 0)::BIGINT AS car_sum,
    coalesce(sum(motorcycles), 0)::BIGINT AS motorcycle_sum,
    coalesce(sum(buses), 0)::BIGINT AS bus_sum,
    coalesce(sum(trucks), 0)::BIGINT AS truck_sum,
    coalesce(max(vehicles), 0)::INTEGER AS vehicle_max,
    sum(area_occupancy_ppm)::BIGINT AS area_occupancy_ppm_sum,
    -- the newest frame's; of two that are equally new, the greater
    max(row(r.captured_at_ms, f.model_id)).struct_extract(2) AS model_id,
    count(*) AS event_count,
    0 AS revision,
    1 AS complete
FROM verdict r
LEFT JOIN frame_detections f USING (partition, "offset")
LEFT JOIN vehicles v USING (partition, "offset")
LEFT JOIN frame_area_occupancy o USING (partition, "offset")
WHERE r.verdict = 'accepted'
GROUP BY r.camera_id, window_start;
