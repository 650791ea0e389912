CREATE OR REPLACE VIEW journey_latest AS
SELECT
    vehicle_id,
    started_at,
    ended_at,
    distance_m,
    samples,
    speed_avg_mh,
    speed_max_mh,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, vehicle_id, started_at
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM journey
)
WHERE place = 1;
