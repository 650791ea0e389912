-- What became of the records of each minute of arrival: table event_ledger_1m when every minute is final.
--
-- Promises: every record of the topic is in exactly one of the four columns, so their sum is what was received.
--
-- From: verdict, the verdicts on the one topic that is judged.

CREATE OR REPLACE VIEW event_ledger_1m AS
SELECT
    topic,
    epoch_ms(arrival_ms // 60000 * 60000) AS minute,
    count(*) AS received,
    count(*) FILTER (verdict = 'accepted') AS accepted,
    count(*) FILTER (verdict = 'duplicate') AS duplicate,
    count(*) FILTER (verdict = 'late') AS late,
    count(*) FILTER (verdict = 'rejected') AS rejected,
    count(*) AS event_count,
    0 AS revision,
    1 AS complete
FROM verdict
GROUP BY topic, minute;
