CREATE OR REPLACE VIEW accident_1h_latest AS
SELECT
    zone_id,
    window_start,
    severity,
    accidents,
    vehicles,
    casualties,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, zone_id, window_start, severity
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM accident_1h
)
WHERE place = 1;
