-- The verdict on every record of one topic: accepted, duplicate, late or rejected; each record has exactly one.
--
-- Promises: the verdicts depend on the records alone. Reading the topic again gives the same verdicts, in any order, and
-- however often the judged job was stopped and started.
--
-- From: event, which a topic makes of its records in <topic>_input. Beside the record's own columns it has
--   identity     equal for copies of an event, different for different events
--   known_ms     the time at which the event is known
--   arrival_ms   the arrival by which it is judged
--   lateness_ms  how much after known_ms it may arrive
--   shows_later  whether the defect is found only after duplicates have been removed.

CREATE OR REPLACE VIEW verdict AS
WITH arrived AS (
    SELECT
        *,
        known_ms NOT BETWEEN 0 AND 253402300799999 AS out_of_range,
        arrival_ms::HUGEINT - known_ms > 315619200000 AS too_old, -- 3,653 days
        known_ms::HUGEINT - arrival_ms > 60000 AS from_the_future,
        arrival_ms::HUGEINT - known_ms > lateness_ms AS too_late,
        (defect IS NOT NULL AND NOT shows_later) OR out_of_range OR too_old OR from_the_future AS refused
    FROM event
),
original AS (
    -- copies have the same key and so share a partition; copies of a refused or late record are not its duplicates
    SELECT topic, partition, identity, min("offset") AS original_offset
    FROM arrived
    WHERE NOT refused AND NOT too_late
    GROUP BY topic, partition, identity
)
SELECT
    a.*,
    CASE
        WHEN refused THEN 'rejected'
        WHEN too_late THEN 'late'
        WHEN a."offset" > o.original_offset THEN 'duplicate'
        WHEN shows_later THEN 'rejected'
        ELSE 'accepted'
    END AS verdict,
    CASE
        WHEN verdict <> 'rejected' THEN NULL
        WHEN defect IS NOT NULL THEN defect
        WHEN out_of_range THEN 'time-out-of-range'
        WHEN too_old THEN 'too-old'
        ELSE 'future'
    END AS reason
FROM arrived a
LEFT JOIN original o USING (topic, partition, identity);
