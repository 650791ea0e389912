-- What became of the records of each minute of arrival: table event_ledger_1m when every minute is final.
--
-- Promises: every record of the topic is in exactly one of the four columns, so their sum is what was received; the
-- counts of rejected_by_reason add up to rejected.
--
-- From: verdict, the verdicts on the one topic that is judged.

CREATE OR REPLACE VIEW event_ledger_1m AS
WITH reason_count AS (
    SELECT topic, arrival_ms // 60000 AS arrival_minute, reason, count(*) AS records
    FROM verdict
    WHERE verdict = 'rejected'
    GROUP BY topic, arrival_minute, reason
),
rejection AS (
    SELECT topic, arrival_minute, string_agg('"' || reason || '":' || records, ',' ORDER BY reason) AS reasons
    FROM reason_count
    GROUP BY topic, arrival_minute
),
ledger AS (
    SELECT
        topic,
        arrival_ms // 60000 AS arrival_minute,
        count(*) AS received,
        count(*) FILTER (verdict = 'accepted') AS accepted,
        count(*) FILTER (verdict = 'duplicate') AS duplicate,
        count(*) FILTER (verdict = 'late') AS late,
        count(*) FILTER (verdict = 'rejected') AS rejected
    FROM verdict
    GROUP BY topic, arrival_minute
)
SELECT
    topic,
    epoch_ms(arrival_minute * 60000) AS minute,
    received,
    accepted,
    duplicate,
    late,
    rejected,
    '{' || coalesce(reasons, '') || '}' AS rejected_by_reason,
    received AS event_count,
    0 AS revision,
    1 AS complete
FROM ledger
LEFT JOIN rejection USING (topic, arrival_minute);
