-- The trips of the vehicles: table journey.
--
-- Promises: every accepted report is in one journey; reports of a vehicle that lie more than the gap apart are not in the
-- same. A step is the great-circle distance by the haversine formula on a sphere of 6,371,008.8 m, in whole millimetres. The
-- distance goes from report to report and leaves out each that is farther from the last one it went to than 200 m and 70 m
-- for each second between. After three such in a row, the second plausible from the first and the third from the second, it
-- goes on from the third, without the way there.
--
-- From: telemetry_match; setting.

CREATE OR REPLACE MACRO step_mm(a, b) AS
    floor(2 * 6371008.8 * asin(sqrt(least(1,
        sin(radians(b.latitude - a.latitude) / 2) ** 2
            + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(radians(b.longitude - a.longitude) / 2) ** 2)))
        * 1000 + 0.5)::BIGINT;

CREATE OR REPLACE MACRO plausible(a, b) AS step_mm(a, b) <= 200000 + 70 * (b.at_ms - a.at_ms);

-- Reports numbered along their journey.
CREATE OR REPLACE TABLE journey_point AS
WITH begun AS (
    SELECT
        *,
        recorded_at_ms - lag(recorded_at_ms) OVER way AS pause_ms,
        coalesce(pause_ms > journey_gap_ms, true) AS first
    FROM telemetry_match, setting
    WINDOW way AS (PARTITION BY vehicle_id ORDER BY recorded_at_ms, partition, "offset")
),
numbered AS (
    SELECT
        *,
        count(*) FILTER (first) OVER (PARTITION BY vehicle_id ORDER BY recorded_at_ms, partition, "offset") AS journey
    FROM begun
)
SELECT
    vehicle_id,
    journey,
    row_number() OVER (PARTITION BY vehicle_id, journey ORDER BY recorded_at_ms, partition, "offset") AS place,
    {'at_ms': recorded_at_ms, 'latitude': latitude, 'longitude': longitude} AS point,
    speed_mh
FROM numbered;

-- Each journey after each of its reports: the last report that counts for its distance, and the number of reports left out since.
CREATE OR REPLACE TABLE journey_way AS
WITH RECURSIVE way AS (
    SELECT vehicle_id, journey, place, point, point AS kept, 0 AS strays, 0::BIGINT AS distance_mm, 0::BIGINT AS implausible
    FROM journey_point
    WHERE place = 1
    UNION ALL
    SELECT
        vehicle_id,
        journey,
        place,
        point,
        CASE WHEN goes_on OR in_a_row = 3 THEN point ELSE kept END,
        CASE WHEN goes_on OR in_a_row = 3 THEN 0 ELSE in_a_row END,
        distance_mm + CASE WHEN goes_on THEN step_mm(kept, point) ELSE 0 END,
        implausible + CASE WHEN goes_on THEN 0 ELSE 1 END
    FROM (
        SELECT
            w.* EXCLUDE (place, point),
            n.place,
            n.point,
            plausible(kept, n.point) AS goes_on,
            CASE WHEN strays > 0 AND plausible(w.point, n.point) THEN strays + 1 ELSE 1 END AS in_a_row
        FROM way w
        JOIN journey_point n ON n.vehicle_id = w.vehicle_id AND n.journey = w.journey AND n.place = w.place + 1
    )
)
SELECT vehicle_id, journey, place, distance_mm, implausible FROM way;

CREATE OR REPLACE VIEW journey AS
WITH total AS (
    SELECT
        vehicle_id,
        min(point.at_ms) AS start_ms,
        max(point.at_ms) AS end_ms,
        max_by(distance_mm, place) AS distance_mm,
        count(*) AS samples,
        max_by(implausible, place) AS implausible,
        max(speed_mh) AS speed_max_mh
    FROM journey_point
    JOIN journey_way USING (vehicle_id, journey, place)
    GROUP BY vehicle_id, journey
)
SELECT
    vehicle_id,
    epoch_ms(start_ms) AS started_at,
    epoch_ms(end_ms) AS ended_at,
    (distance_mm + 500) // 1000 AS distance_m,
    samples,
    implausible,
    distance_mm * 3600 // nullif(end_ms - start_ms, 0) AS speed_avg_mh,
    speed_max_mh,
    samples AS event_count,
    0 AS revision,
    1 AS complete
FROM total;
