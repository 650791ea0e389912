-- Why records were rejected, in the ledger, so that nobody has to read topic dead-letter for that.

ALTER TABLE event_ledger_1m
    ADD COLUMN rejected_by_reason JSON NULL
        COMMENT 'object of reason and records, which add up to rejected; NULL in rows of versions that kept no reasons'
        AFTER rejected;

-- One row for each reason of a topic and minute. Reason is NULL where the ledger does not know it.
CREATE VIEW v_rejection AS
SELECT
    ledger.topic,
    ledger.minute,
    given.reason,
    CAST(JSON_EXTRACT(ledger.rejected_by_reason, CONCAT('$."', given.reason, '"')) AS SIGNED) AS rejected,
    ledger.complete
FROM event_ledger_1m ledger
JOIN JSON_TABLE(JSON_KEYS(ledger.rejected_by_reason), '$[*]' COLUMNS (reason VARCHAR(64) PATH '$')) given
UNION ALL
SELECT topic, minute, NULL, rejected, complete
FROM event_ledger_1m
WHERE rejected_by_reason IS NULL AND rejected > 0;
