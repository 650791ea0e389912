-- The verdict on every record of topic camera: accepted, duplicate, late or rejected; each record has exactly one.
--
-- Promises: it depends on the records alone, so whoever reads the topic again comes to the same verdicts, in whatever
-- order and however often the job that is judged was stopped and started.
--
-- From: record.

CREATE OR REPLACE VIEW camera_verdict AS
WITH read AS (
    SELECT
        *,
        -- what shows only when the picture is fetched or looked at is found after copies have been told apart
        coalesce(defect IN (
            'picture-not-found', 'picture-denied',
            'picture-empty', 'picture-not-an-image', 'picture-not-supported', 'picture-truncated', 'picture-too-large',
            'picture-undecodable', 'model-answer-invalid'
        ), false) AS picture_is_bad,
        captured_at_ms NOT BETWEEN 0 AND 253402300799999 AS out_of_range,
        arrival_ms::HUGEINT - captured_at_ms > 315619200000 AS too_old, -- 3,653 days
        captured_at_ms::HUGEINT - arrival_ms > 60000 AS from_the_future,
        arrival_ms::HUGEINT - captured_at_ms > 600000 AS too_late
    FROM record
),
arrived AS (
    SELECT *, (defect IS NOT NULL AND NOT picture_is_bad) OR out_of_range OR too_old OR from_the_future AS refused
    FROM read
),
original AS (
    -- copies have the same key and so share a partition; a record that was refused or late is nobody's original
    SELECT topic, partition, camera_id, frame_id, min("offset") AS original_offset
    FROM arrived
    WHERE NOT refused AND NOT too_late
    GROUP BY topic, partition, camera_id, frame_id
)
SELECT
    a.*,
    CASE
        WHEN refused THEN 'rejected'
        WHEN too_late THEN 'late'
        WHEN a."offset" > o.original_offset THEN 'duplicate'
        WHEN picture_is_bad THEN 'rejected'
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
LEFT JOIN original o USING (topic, partition, camera_id, frame_id);

-- What the views of any topic build on.
CREATE OR REPLACE VIEW verdict AS FROM camera_verdict;
