-- The records that topic dead-letter must name: every rejected one, with its reason, and no other.
--
-- From: verdict, the verdicts on the one topic that is judged.

CREATE OR REPLACE VIEW dead_letter AS
SELECT topic, partition, "offset", reason
FROM verdict
WHERE verdict = 'rejected';
