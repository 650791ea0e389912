-- Input of the alert oracle, in addition to the table of a job. Times are milliseconds since the epoch; values and thresholds
-- are thousandths.

-- One row per version of a rule; above or below is NULL, both for kind silent. every_site: the rule names no sites.
CREATE TABLE rule (
    rule_id           VARCHAR,
    rule_version      INTEGER,
    effective_from_ms BIGINT,
    source_table      VARCHAR,
    kind              VARCHAR,
    metric            VARCHAR,
    above_milli       BIGINT,
    below_milli       BIGINT,
    clear_milli       BIGINT,
    for_ms            BIGINT,
    every_site        BOOLEAN
);

CREATE TABLE rule_site (
    rule_id      VARCHAR,
    rule_version INTEGER,
    site_id      VARCHAR
);

-- The arrival clock when input ended, and how long after its end a window waits for its final row.
CREATE TABLE input_end (
    clock_ms BIGINT,
    hold_ms  BIGINT
);

-- A mean in whole numbers, rounded half up.
CREATE MACRO mean(total, number) AS
    CASE
        WHEN 2 * total + number >= 0 THEN (2 * total + number) // (2 * number)
        ELSE -((2 * number - 1 - 2 * total - number) // (2 * number))
    END;
