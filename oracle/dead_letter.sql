-- The records that topic dead-letter must name: every rejected one, with its reason, and no other.
--
-- From: camera_verdict.

CREATE OR REPLACE VIEW dead_letter AS
SELECT topic, partition, "offset", reason
FROM camera_verdict
WHERE verdict = 'rejected';
