CREATE OR REPLACE VIEW segment_speed_1m_latest AS
SELECT
    segment_id,
    window_start,
    samples,
    vehicles,
    speed_sum_mh,
    speed_max_mh,
    p15_kmh,
    p50_kmh,
    p85_kmh,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, segment_id, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM segment_speed_1m
)
WHERE place = 1;
