-- How many accepted reports of each minute found their segment: table telemetry_match_1m when every minute is final.
--
-- Promises: every accepted report is in exactly one of four columns, so none is lost between the ledger and the speeds.
--
-- From: telemetry_match.

CREATE OR REPLACE VIEW telemetry_match_1m AS
SELECT
    epoch_ms(minute_ms) AS window_start,
    count(*) AS reports,
    count(*) FILTER (outcome = 'matched') AS matched,
    count(*) FILTER (outcome = 'without_speed') AS without_speed,
    count(*) FILTER (outcome = 'off_road') AS off_road,
    count(*) FILTER (outcome = 'wrong_heading') AS wrong_heading,
    count(*) AS event_count,
    0 AS revision,
    1 AS complete
FROM telemetry_match
GROUP BY minute_ms;
