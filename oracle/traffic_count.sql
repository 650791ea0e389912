-- What each lane of each site counted: tables traffic_count_15m and traffic_count_1h when every window is final.
--
-- Promises: every accepted period is in the row of its lane's hour, and in that of its quarter hour where it lies within
-- one, once: in the sums, or among those that overlap. A window without accepted periods has no row. Which periods count
-- follows from the periods alone: sorted by length, then start, then place in the topic, each is taken that shares no
-- instant with one taken before it.
--
-- From: verdict.

CREATE OR REPLACE MACRO in_parts(x, parts) AS floor(x * parts + 0.5)::BIGINT;

CREATE OR REPLACE MACRO share_time(a, b) AS a.start_ms < b.end_ms AND b.start_ms < a.end_ms;

-- [longest list] of periods, of which the first is taken and each other unless it shares time with one that is
CREATE OR REPLACE MACRO without_overlap(sorted) AS
    list_reduce(
        list_transform(sorted, p -> [p]),
        (taken, p) -> CASE
            WHEN len(list_filter(taken, t -> share_time(t, p[1]))) = 0 THEN list_concat(taken, p)
            ELSE taken
        END
    );

CREATE OR REPLACE VIEW accepted_period AS
SELECT
    *,
    period_start_ms AS start_ms,
    known_ms AS end_ms
FROM verdict
WHERE verdict = 'accepted';

CREATE OR REPLACE MACRO period_of_windows(window_ms) AS TABLE
WITH of_window AS (
    SELECT *, start_ms // window_ms * window_ms AS window_start_ms
    FROM accepted_period
    WHERE (end_ms - 1) // window_ms = start_ms // window_ms
),
collected AS (
    SELECT
        site_id,
        lane,
        window_start_ms,
        count(*) AS periods,
        without_overlap(list(
            {'start_ms': start_ms, 'end_ms': end_ms, 'partition': partition, 'offset': "offset"}
            ORDER BY period_seconds, start_ms, partition, "offset"
        )) AS taken
    FROM of_window
    GROUP BY site_id, lane, window_start_ms
)
SELECT p.*, c.periods AS all_periods
FROM collected c
CROSS JOIN unnest(c.taken) AS u(t)
JOIN of_window p ON p.partition = t.partition AND p."offset" = t."offset";

CREATE OR REPLACE MACRO total_of_windows(window_ms) AS TABLE
SELECT
    site_id,
    lane,
    epoch_ms(window_start_ms) AS window_start,
    count(*) AS periods,
    any_value(all_periods) - count(*) AS overlapping,
    sum(period_seconds)::BIGINT AS covered_seconds,
    sum(vehicles)::BIGINT AS vehicles,
    CASE WHEN count(bicycles) = count(*) THEN sum(bicycles)::BIGINT END AS bicycles,
    CASE WHEN count(cars) = count(*) THEN sum(cars)::BIGINT END AS cars,
    CASE WHEN count(motorcycles) = count(*) THEN sum(motorcycles)::BIGINT END AS motorcycles,
    CASE WHEN count(buses) = count(*) THEN sum(buses)::BIGINT END AS buses,
    CASE WHEN count(trucks) = count(*) THEN sum(trucks)::BIGINT END AS trucks,
    CASE WHEN count(others) = count(*) THEN sum(others)::BIGINT END AS others,
    CASE
        WHEN sum(vehicles) FILTER (WHERE speed_kmh IS NOT NULL) > 0
        THEN sum(in_parts(speed_kmh, 1000) * vehicles)::BIGINT
    END AS speed_weighted_sum_mh,
    coalesce(sum(vehicles) FILTER (WHERE speed_kmh IS NOT NULL), 0)::BIGINT AS speed_vehicles,
    sum(in_parts(occupancy_pct, 10000) * period_seconds)::BIGINT AS occupancy_ppm_seconds,
    coalesce(sum(period_seconds) FILTER (WHERE occupancy_pct IS NOT NULL), 0)::BIGINT AS occupancy_seconds,
    any_value(all_periods) AS event_count,
    0 AS revision,
    1 AS complete
FROM period_of_windows(window_ms)
GROUP BY site_id, lane, window_start_ms;

CREATE OR REPLACE VIEW traffic_count_15m AS FROM total_of_windows(900000);
CREATE OR REPLACE VIEW traffic_count_1h AS FROM total_of_windows(3600000);
