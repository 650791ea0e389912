-- Average speed of each road segment by hour. Times, dt and hour are UTC. Vehicles are not here: one that was seen in
-- two minutes would count twice.
CREATE OR REPLACE VIEW v_segment_speed_1h AS
SELECT
    segment_id,
    date_trunc('hour', window_start) AS window_start,
    sum(samples) AS samples,
    CAST(sum(speed_sum_mh) AS double) / sum(samples) / 1000 AS speed_mean_kmh,
    max(speed_max_mh) / 1000e0 AS speed_max_kmh,
    count(*) AS minutes_with_data,
    dt,
    hour
FROM segment_speed_1m_latest
GROUP BY dt, hour, segment_id, date_trunc('hour', window_start);
