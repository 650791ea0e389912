-- Counts of detectors. Times are UTC.

CREATE TABLE counter (
    site_id   VARCHAR(64)  NOT NULL,
    name      VARCHAR(200) NOT NULL,
    latitude  DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    longitude DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    time_zone VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by',
    PRIMARY KEY (site_id),
    CONSTRAINT counter_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the sites at which detectors count';

CREATE TABLE traffic_count_15m (
    site_id               VARCHAR(64) NOT NULL,
    lane                  VARCHAR(64) NOT NULL COMMENT 'as the site names it; empty: the whole site',
    window_start          DATETIME(3) NOT NULL COMMENT 'first instant of the quarter hour of period_start, UTC',
    periods               BIGINT      NOT NULL COMMENT 'periods that the sums are made of; no two of them overlap',
    overlapping           BIGINT      NOT NULL COMMENT 'accepted periods that overlap one of these, and are in no sum',
    covered_seconds       BIGINT      NOT NULL COMMENT 'seconds that the periods cover',
    vehicles              BIGINT      NOT NULL COMMENT 'bicycles included',
    bicycles              BIGINT      NULL COMMENT 'NULL: not every period counted them',
    cars                  BIGINT      NULL COMMENT 'NULL: not every period counted them',
    motorcycles           BIGINT      NULL COMMENT 'NULL: not every period counted them',
    buses                 BIGINT      NULL COMMENT 'NULL: not every period counted them',
    trucks                BIGINT      NULL COMMENT 'NULL: not every period counted them',
    others                BIGINT      NULL COMMENT 'NULL: not every period counted them',
    speed_weighted_sum_mh BIGINT      NULL COMMENT 'mean speed of a period, metres per hour, times its vehicles, added; NULL: speed_vehicles is 0',
    speed_vehicles        BIGINT      NOT NULL COMMENT 'vehicles of the periods that measured the speed',
    occupancy_ppm_seconds BIGINT      NULL COMMENT 'occupancy of a period, parts per million of its time, times its seconds, added; NULL: occupancy_seconds is 0',
    occupancy_seconds     BIGINT      NOT NULL COMMENT 'seconds of the periods that measured the occupancy',
    event_count           BIGINT      NOT NULL COMMENT 'periods + overlapping',
    revision              INT         NOT NULL,
    complete              BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (site_id, lane, window_start),
    KEY traffic_count_15m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What detectors counted, by site, lane and quarter hour, of the periods that lie within one; no row where no count came';

CREATE TABLE traffic_count_1h (
    site_id               VARCHAR(64) NOT NULL,
    lane                  VARCHAR(64) NOT NULL COMMENT 'as the site names it; empty: the whole site',
    window_start          DATETIME(3) NOT NULL COMMENT 'first instant of the hour of period_start, UTC',
    periods               BIGINT      NOT NULL COMMENT 'periods that the sums are made of; no two of them overlap',
    overlapping           BIGINT      NOT NULL COMMENT 'accepted periods that overlap one of these, and are in no sum',
    covered_seconds       BIGINT      NOT NULL COMMENT 'seconds that the periods cover',
    vehicles              BIGINT      NOT NULL COMMENT 'bicycles included',
    bicycles              BIGINT      NULL COMMENT 'NULL: not every period counted them',
    cars                  BIGINT      NULL COMMENT 'NULL: not every period counted them',
    motorcycles           BIGINT      NULL COMMENT 'NULL: not every period counted them',
    buses                 BIGINT      NULL COMMENT 'NULL: not every period counted them',
    trucks                BIGINT      NULL COMMENT 'NULL: not every period counted them',
    others                BIGINT      NULL COMMENT 'NULL: not every period counted them',
    speed_weighted_sum_mh BIGINT      NULL COMMENT 'mean speed of a period, metres per hour, times its vehicles, added; NULL: speed_vehicles is 0',
    speed_vehicles        BIGINT      NOT NULL COMMENT 'vehicles of the periods that measured the speed',
    occupancy_ppm_seconds BIGINT      NULL COMMENT 'occupancy of a period, parts per million of its time, times its seconds, added; NULL: occupancy_seconds is 0',
    occupancy_seconds     BIGINT      NOT NULL COMMENT 'seconds of the periods that measured the occupancy',
    event_count           BIGINT      NOT NULL COMMENT 'periods + overlapping',
    revision              INT         NOT NULL,
    complete              BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (site_id, lane, window_start),
    KEY traffic_count_1h_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What detectors counted, by site, lane and hour, of all periods; no row where no count came';
