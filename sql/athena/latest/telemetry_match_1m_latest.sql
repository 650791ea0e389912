CREATE OR REPLACE VIEW telemetry_match_1m_latest AS
SELECT
    window_start,
    reports,
    matched,
    off_road,
    wrong_heading,
    event_count,
    revision,
    complete,
    dt,
    hour
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY dt, hour, window_start
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM telemetry_match_1m
)
WHERE place = 1;
