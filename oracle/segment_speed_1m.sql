-- How fast the traffic on each segment was in each minute: table segment_speed_1m when every minute is final.
--
-- Promises: every matched report is in its segment's minute once. A percentile is the speed at the nearest rank, counted from
-- the slowest, of the samples rounded half up to whole km/h.
--
-- From: telemetry_match.

CREATE OR REPLACE VIEW segment_speed_1m AS
WITH sample AS (
    SELECT
        *,
        (speed_mh + 500) // 1000 AS kmh,
        row_number() OVER (PARTITION BY segment_id, minute_ms ORDER BY speed_mh) AS rank,
        count(*) OVER (PARTITION BY segment_id, minute_ms) AS samples
    FROM telemetry_match
    WHERE outcome = 'matched'
)
SELECT
    segment_id,
    epoch_ms(minute_ms) AS window_start,
    count(*) AS samples,
    count(DISTINCT vehicle_id) AS vehicles,
    sum(speed_mh)::BIGINT AS speed_sum_mh,
    max(speed_mh) AS speed_max_mh,
    any_value(kmh) FILTER (rank = (15 * samples + 99) // 100)::INTEGER AS p15_kmh,
    any_value(kmh) FILTER (rank = (50 * samples + 99) // 100)::INTEGER AS p50_kmh,
    any_value(kmh) FILTER (rank = (85 * samples + 99) // 100)::INTEGER AS p85_kmh,
    count(*) AS event_count,
    0 AS revision,
    1 AS complete
FROM sample
GROUP BY segment_id, minute_ms;
