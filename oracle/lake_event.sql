-- The events that the lake keeps of a topic, where its dataset has the events' own fields.
--
-- Promises: accepted and late events, each once by topic, partition and offset; no duplicate and no rejected one. A column
-- x_at_ms, x_start_ms or x_time_ms is a time.
--
-- From: verdict.

CREATE OR REPLACE VIEW lake_event AS
WITH kept AS (
    SELECT *, arrival_ms AS arrival_time_ms, verdict = 'late' AS late
    FROM verdict
    WHERE verdict IN ('accepted', 'late')
),
own AS (
    SELECT COLUMNS(name -> name NOT IN (
        'key', 'arrival_ms', 'defect', 'zone_id', 'identity', 'known_ms', 'lateness_ms', 'shows_later', 'out_of_range',
        'too_old', 'from_the_future', 'too_late', 'refused', 'original_offset', 'verdict', 'reason'
    ))
    FROM kept
)
SELECT
    COLUMNS(name -> NOT regexp_matches(name, '_(at|start|time)_ms$')),
    epoch_ms(COLUMNS('^(.+_(?:at|start|time))_ms$')) AS '\1'
FROM own;
