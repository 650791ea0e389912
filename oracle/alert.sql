-- Which alerts the rules raise over all final rows of a table: table alert.
--
-- Promises: a threshold is raised at the end of the n-th successive window in which its condition holds, and cleared likewise.
-- A window without a row or value interrupts a run. A window belongs to the version of a rule that is in force at its start.
-- An alert of an older version is cleared when the site has another row. A silent alert is raised when no row of the site
-- starts within the rule's time after the end of its last row, and cleared at the end of the next row. Missing rows are known
-- only up to the clock of arrivals.
--
-- From: site_row and site_value of one table; rule, rule_site and input_end.

CREATE OR REPLACE VIEW version AS
SELECT
    *,
    coalesce(above_milli, below_milli) AS limit_milli,
    coalesce(lead(effective_from_ms) OVER (PARTITION BY rule_id ORDER BY rule_version), 9223372036854775807) AS end_ms
FROM rule
WHERE source_table IN (SELECT source_table FROM site_row);

-- Each window of a site with each version that watches it.
CREATE OR REPLACE VIEW watched AS
SELECT v.*, r.site_id, r.start_ms, r.window_ms
FROM site_row r
JOIN version v ON r.start_ms >= v.effective_from_ms AND r.start_ms < v.end_ms
WHERE v.every_site OR EXISTS (
    FROM rule_site s
    WHERE s.rule_id = v.rule_id AND s.rule_version = v.rule_version AND s.site_id = r.site_id
);

-- The window at which a run is long enough, for runs that raise and runs that clear.
CREATE OR REPLACE VIEW turn AS
WITH compared AS (
    SELECT
        w.*,
        v.milli,
        CASE
            WHEN v.milli > above_milli OR v.milli < below_milli THEN 'raise'
            WHEN v.milli <= coalesce(clear_milli, above_milli) AND above_milli IS NOT NULL THEN 'clear'
            WHEN v.milli >= coalesce(clear_milli, below_milli) AND below_milli IS NOT NULL THEN 'clear'
        END AS says
    FROM watched w
    JOIN site_value v ON v.site_id = w.site_id AND v.start_ms = w.start_ms AND v.metric = w.metric
    WHERE w.kind = 'threshold' AND v.milli IS NOT NULL
),
numbered AS (
    -- successive windows with the same result have the same difference of time and number
    SELECT *, start_ms // window_ms - row_number() OVER (
        PARTITION BY rule_id, rule_version, site_id, says ORDER BY start_ms) AS island
    FROM compared
    WHERE says IS NOT NULL
),
ripe AS (
    SELECT *
    FROM numbered
    QUALIFY row_number() OVER (
        PARTITION BY rule_id, rule_version, site_id, says, island ORDER BY start_ms) = coalesce(for_ms, window_ms) // window_ms
)
-- a raised alert is not raised again
SELECT *
FROM ripe
QUALIFY says <> coalesce(
    lag(says) OVER (PARTITION BY rule_id, rule_version, site_id ORDER BY start_ms), 'clear');

CREATE OR REPLACE VIEW threshold_alert AS
WITH paired AS (
    SELECT *, lead(start_ms) OVER (PARTITION BY rule_id, rule_version, site_id ORDER BY start_ms) AS clearing_ms
    FROM turn
)
SELECT
    p.*,
    start_ms + window_ms AS raised_ms,
    CASE
        WHEN clearing_ms IS NOT NULL THEN clearing_ms + window_ms
        WHEN EXISTS (FROM site_row r WHERE r.site_id = p.site_id AND r.start_ms >= p.end_ms) THEN end_ms
    END AS cleared_ms
FROM paired p
WHERE says = 'raise';

CREATE OR REPLACE VIEW silent_alert AS
WITH followed AS (
    SELECT *, lead(start_ms) OVER (PARTITION BY site_id ORDER BY start_ms) AS next_ms
    FROM site_row
)
SELECT w.*, w.start_ms + w.window_ms + for_ms AS raised_ms, f.next_ms + w.window_ms AS cleared_ms
FROM watched w
JOIN followed f USING (site_id, start_ms), input_end
WHERE w.kind = 'silent'
    AND CASE
        WHEN f.next_ms IS NULL THEN w.start_ms + w.window_ms + hold_ms + for_ms <= clock_ms
        ELSE f.next_ms >= raised_ms
    END;

CREATE OR REPLACE VIEW alert AS
WITH told AS (
    SELECT kind, rule_id, rule_version, source_table, metric, site_id, raised_ms, cleared_ms, milli AS value_milli,
        limit_milli AS threshold_milli
    FROM threshold_alert
    UNION ALL
    SELECT kind, rule_id, rule_version, source_table, metric, site_id, raised_ms, cleared_ms, NULL, for_ms // 60
    FROM silent_alert
)
SELECT
    sha256(concat_ws(chr(10), source_table, rule_id, rule_version, site_id, raised_ms))[1:16] AS alert_id,
    kind,
    rule_id,
    rule_version,
    source_table,
    metric,
    site_id,
    epoch_ms(raised_ms) AS raised_at,
    epoch_ms(cleared_ms) AS cleared_at,
    value_milli,
    threshold_milli,
    1 + (cleared_ms IS NOT NULL)::INTEGER AS event_count,
    0 AS revision,
    (cleared_ms IS NOT NULL)::INTEGER AS complete
FROM told;

-- Dataset alert: a row when an alert is raised, and another when it is cleared.
CREATE OR REPLACE VIEW lake_alert AS
SELECT * REPLACE (NULL::TIMESTAMP AS cleared_at, 1 AS event_count, 0 AS complete) FROM alert
UNION ALL
SELECT * FROM alert WHERE complete = 1;
