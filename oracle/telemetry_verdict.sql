-- The verdict on every record of topic vehicle-telemetry: accepted, duplicate, late or rejected; each record has exactly one.
--
-- Promises: it depends on the records alone, so whoever reads the topic again comes to the same verdicts, in whatever
-- order and however often the job that is judged was stopped and started.
--
-- From: record.

CREATE OR REPLACE VIEW telemetry_verdict AS
WITH arrived AS (
    SELECT
        -- north has one name, and -1 says that no heading was measured
        * REPLACE (CASE heading_deg WHEN 360 THEN 0 WHEN -1 THEN NULL ELSE heading_deg END AS heading_deg),
        recorded_at_ms NOT BETWEEN 0 AND 253402300799999 AS out_of_range,
        arrival_ms::HUGEINT - recorded_at_ms > 315619200000 AS too_old, -- 3,653 days
        defect IS NOT NULL OR out_of_range OR too_old OR recorded_at_ms::HUGEINT - arrival_ms > 60000 AS refused,
        arrival_ms::HUGEINT - recorded_at_ms > 600000 AS too_late
    FROM record
),
original AS (
    -- copies have the same key and so share a partition; a record that was refused or late is nobody's original
    SELECT topic, partition, vehicle_id, recorded_at_ms, min("offset") AS original_offset
    FROM arrived
    WHERE NOT refused AND NOT too_late
    GROUP BY topic, partition, vehicle_id, recorded_at_ms
)
SELECT
    a.*,
    CASE
        WHEN refused THEN 'rejected'
        WHEN too_late THEN 'late'
        WHEN a."offset" > o.original_offset THEN 'duplicate'
        ELSE 'accepted'
    END AS verdict,
    CASE
        WHEN NOT refused THEN NULL
        WHEN defect IS NOT NULL THEN defect
        WHEN out_of_range THEN 'time-out-of-range'
        WHEN too_old THEN 'too-old'
        ELSE 'future'
    END AS reason
FROM arrived a
LEFT JOIN original o USING (topic, partition, vehicle_id, recorded_at_ms);

-- What the views of any topic build on.
CREATE OR REPLACE VIEW verdict AS FROM telemetry_verdict;
