-- The speed of a report may be missing, and journeys leave implausible points out. Times are UTC.

-- NULL in a new count: the row was written by a version without the column, and nothing was left out or missing then.

ALTER TABLE telemetry_match_1m
    MODIFY COLUMN reports BIGINT NOT NULL COMMENT 'matched + without_speed + off_road + wrong_heading',
    ADD COLUMN without_speed BIGINT NOT NULL DEFAULT 0 COMMENT 'reports without a speed, which are looked up on no road' AFTER matched;

ALTER TABLE journey
    MODIFY COLUMN distance_m BIGINT NOT NULL COMMENT 'great-circle steps from report to report, without implausible ones',
    ADD COLUMN implausible BIGINT NULL COMMENT 'reports that the distance leaves out: too far from the last one before; NULL: none was left out' AFTER samples,
    MODIFY COLUMN speed_max_mh BIGINT NULL COMMENT 'the greatest reported speed, metres per hour; NULL: no report had one';

-- matched_pct is of the reports that were looked up.
CREATE OR REPLACE VIEW v_telemetry_match AS
SELECT
    window_start,
    reports,
    matched,
    without_speed,
    off_road,
    wrong_heading,
    100 * matched / NULLIF(reports - without_speed, 0) AS matched_pct,
    complete
FROM telemetry_match_1m;

CREATE OR REPLACE VIEW v_journey AS
SELECT
    vehicle_id,
    started_at,
    ended_at,
    TIMESTAMPDIFF(SECOND, started_at, ended_at) / 60 AS duration_min,
    distance_m / 1000 AS distance_km,
    speed_avg_mh / 1000 AS speed_mean_kmh,
    speed_max_mh / 1000 AS speed_max_kmh,
    samples,
    implausible
FROM journey;
