-- The verdict on every record of topic detection: accepted, duplicate, late or rejected; each record has exactly one.
--
-- Promises: it is judged by the time at which the frame arrived in topic camera, and known by the place that the frame has
-- there. So a frame counts once, however often and however late its detections were published.
--
-- From: record.

CREATE OR REPLACE VIEW detection_verdict AS
WITH arrived AS (
    SELECT
        *,
        defect IS NOT NULL
        OR captured_at_ms NOT BETWEEN 0 AND 253402300799999
        OR source_arrival_ms::HUGEINT - captured_at_ms > 315619200000 -- 3,653 days
        OR captured_at_ms::HUGEINT - source_arrival_ms > 60000 AS refused,
        source_arrival_ms::HUGEINT - captured_at_ms > 600000 AS too_late
    FROM record
),
original AS (
    -- copies have the same key and so share a partition; a record that was refused or late is nobody's original
    SELECT topic, partition, source_partition, source_offset, min("offset") AS original_offset
    FROM arrived
    WHERE NOT refused AND NOT too_late
    GROUP BY topic, partition, source_partition, source_offset
)
SELECT
    a.*,
    CASE
        WHEN refused THEN 'rejected'
        WHEN too_late THEN 'late'
        WHEN a."offset" > o.original_offset THEN 'duplicate'
        ELSE 'accepted'
    END AS verdict
FROM arrived a
LEFT JOIN original o USING (topic, partition, source_partition, source_offset);
