-- What the cameras counted by class and part of day: night 0-5, morning 6-11, afternoon 12-17, evening 18-23 o'clock in the
-- time zone named here, once. A vehicle in n frames is seen n times: the mean over the frames is what compares.
-- A part of day that lies in two days of UTC has a row for each dt: add seen and frames, then divide.
CREATE OR REPLACE VIEW v_camera_traffic_by_class_and_part_of_day AS
WITH setting AS (
    SELECT 'UTC' AS time_zone
),
minute AS (
    SELECT
        at_timezone(with_timezone(t.window_start, 'UTC'), s.time_zone) AS local_time,
        t.frames,
        ARRAY['bicycle', 'car', 'motorcycle', 'bus', 'truck'] AS labels,
        ARRAY[t.bicycle_sum, t.car_sum, t.motorcycle_sum, t.bus_sum, t.truck_sum] AS sums,
        t.dt
    FROM camera_traffic_1m_latest t
    CROSS JOIN setting s
)
SELECT
    CAST(m.local_time AS date) AS local_date,
    element_at(ARRAY['night', 'morning', 'afternoon', 'evening'], 1 + extract(HOUR FROM m.local_time) / 6) AS part_of_day,
    c.label,
    sum(m.frames) AS frames,
    sum(c.seen) AS seen,
    CAST(sum(c.seen) AS double) / sum(m.frames) AS vehicles_per_frame,
    m.dt
FROM minute m
CROSS JOIN UNNEST(m.labels, m.sums) AS c (label, seen)
GROUP BY 1, 2, 3, m.dt;
