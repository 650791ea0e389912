-- Views of the verdicts on records for people and reports. Times are UTC.

CREATE OR REPLACE VIEW v_event_ledger AS
SELECT
    topic,
    minute,
    received,
    accepted,
    duplicate,
    late,
    rejected,
    received - accepted - duplicate - late - rejected AS unaccounted,
    100 * accepted / received AS accepted_pct,
    complete
FROM event_ledger_1m;

-- One row for each reason of a topic and minute.
CREATE OR REPLACE VIEW v_rejection AS
SELECT
    ledger.topic,
    ledger.minute,
    given.reason,
    CAST(JSON_EXTRACT(ledger.rejected_by_reason, CONCAT('$."', given.reason, '"')) AS SIGNED) AS rejected,
    ledger.complete
FROM event_ledger_1m ledger
JOIN JSON_TABLE(JSON_KEYS(ledger.rejected_by_reason), '$[*]' COLUMNS (reason VARCHAR(64) PATH '$')) given;

CREATE OR REPLACE VIEW v_refused_row AS
SELECT table_name, row_key, row_json, code, message, refused_at
FROM refused_row;
