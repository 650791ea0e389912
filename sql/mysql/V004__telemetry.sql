-- Roads, how fast the traffic on them is, and the trips of vehicles. Times are UTC.

CREATE TABLE zone (
    zone_id    VARCHAR(16) NOT NULL COMMENT 'H3 cell, resolution 8',
    latitude   DOUBLE      NOT NULL COMMENT 'of the centre, WGS 84 degrees',
    longitude  DOUBLE      NOT NULL COMMENT 'of the centre, WGS 84 degrees',
    boundary   TEXT        NOT NULL COMMENT 'WKT polygon, longitude before latitude',
    PRIMARY KEY (zone_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the zones that have roads';

CREATE TABLE segment (
    segment_id      VARCHAR(64)  NOT NULL,
    valid_from      DATETIME(3)  NOT NULL COMMENT 'this version of the segment holds from here, UTC',
    valid_to        DATETIME(3)  NULL COMMENT 'and up to here, exclusive; NULL: no end is known',
    name            VARCHAR(200) NULL COMMENT 'of the street; NULL: it has none',
    geometry        MEDIUMTEXT   NOT NULL COMMENT 'WKT line in the direction of travel, longitude before latitude',
    length_m        DOUBLE       NOT NULL,
    free_flow_kmh   DOUBLE       NULL COMMENT 'speed of traffic that nothing holds up; NULL: unknown',
    zone_id         VARCHAR(16)  NOT NULL COMMENT 'the zone of its midpoint',
    PRIMARY KEY (segment_id, valid_from),
    KEY segment_by_zone (zone_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: directed road segments, as option network has them';

CREATE TABLE segment_speed_1m (
    segment_id   VARCHAR(64) NOT NULL,
    window_start DATETIME(3) NOT NULL COMMENT 'first instant of the minute of recorded_at, UTC',
    samples      BIGINT      NOT NULL COMMENT 'reports matched to the segment; the mean speed is the sum over this',
    vehicles     BIGINT      NOT NULL COMMENT 'different vehicles that sent them',
    speed_sum_mh BIGINT      NOT NULL COMMENT 'metres per hour, added over the samples',
    speed_max_mh BIGINT      NOT NULL COMMENT 'metres per hour',
    p15_kmh      INT         NOT NULL,
    p50_kmh      INT         NOT NULL,
    p85_kmh      INT         NOT NULL,
    event_count  BIGINT      NOT NULL,
    revision     INT         NOT NULL,
    complete     BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (segment_id, window_start),
    KEY segment_speed_1m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'How fast traffic was on each segment, by minute; no row where no report came';

CREATE TABLE telemetry_match_1m (
    window_start  DATETIME(3) NOT NULL COMMENT 'first instant of the minute of recorded_at, UTC',
    reports       BIGINT      NOT NULL COMMENT 'matched + off_road + wrong_heading',
    matched       BIGINT      NOT NULL COMMENT 'reports that are samples in segment_speed_1m',
    off_road      BIGINT      NOT NULL COMMENT 'reports without a segment near them',
    wrong_heading BIGINT      NOT NULL COMMENT 'reports near segments of which none runs their way',
    event_count   BIGINT      NOT NULL,
    revision      INT         NOT NULL,
    complete      BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'How many accepted reports found their segment, by minute';

CREATE TABLE journey (
    vehicle_id   VARCHAR(64) NOT NULL,
    started_at   DATETIME(3) NOT NULL COMMENT 'recorded_at of the first report, UTC',
    ended_at     DATETIME(3) NOT NULL COMMENT 'recorded_at of the last report, UTC',
    distance_m   BIGINT      NOT NULL COMMENT 'great-circle steps from report to report',
    samples      BIGINT      NOT NULL COMMENT 'reports',
    speed_avg_mh BIGINT      NULL COMMENT 'distance over time, metres per hour; NULL for a single report',
    speed_max_mh BIGINT      NOT NULL COMMENT 'the greatest reported speed, metres per hour',
    event_count  BIGINT      NOT NULL,
    revision     INT         NOT NULL,
    complete     BOOLEAN     NOT NULL COMMENT 'always true',
    PRIMARY KEY (vehicle_id, started_at),
    KEY journey_by_time (started_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Trips, written when nothing can change them any more';

CREATE VIEW v_segment_speed AS
SELECT
    t.segment_id,
    s.name AS street_name,
    s.zone_id,
    t.window_start,
    t.samples,
    t.vehicles,
    t.speed_sum_mh / t.samples / 1000 AS speed_mean_kmh,
    t.speed_max_mh / 1000 AS speed_max_kmh,
    t.p15_kmh,
    t.p50_kmh,
    t.p85_kmh,
    s.free_flow_kmh,
    100 * t.p50_kmh / s.free_flow_kmh AS p50_of_free_flow_pct,
    t.complete
FROM segment_speed_1m t
LEFT JOIN segment s
    ON s.segment_id = t.segment_id
    AND s.valid_from <= t.window_start
    AND (s.valid_to IS NULL OR t.window_start < s.valid_to);

CREATE VIEW v_telemetry_match AS
SELECT window_start, reports, matched, off_road, wrong_heading, 100 * matched / reports AS matched_pct, complete
FROM telemetry_match_1m;

CREATE VIEW v_journey AS
SELECT
    vehicle_id,
    started_at,
    ended_at,
    TIMESTAMPDIFF(SECOND, started_at, ended_at) / 60 AS duration_min,
    distance_m / 1000 AS distance_km,
    speed_avg_mh / 1000 AS speed_mean_kmh,
    speed_max_mh / 1000 AS speed_max_kmh,
    samples
FROM journey;
