-- Counts of detectors. Times are UTC.

CREATE TABLE counter (
    site_id   VARCHAR(64)  NOT NULL COMMENT 'Identifies the counting site, 1 to 64 characters.',
    name      VARCHAR(200) NOT NULL COMMENT 'Name that people read.',
    latitude  DOUBLE       NOT NULL COMMENT 'Latitude, WGS 84 degrees, -90 to 90.',
    longitude DOUBLE       NOT NULL COMMENT 'Longitude, WGS 84 degrees, -180 to 180.',
    time_zone VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'Time zone of the site, whose days and hours the summaries use, such as Europe/Berlin.',
    PRIMARY KEY (site_id),
    CONSTRAINT counter_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the sites at which detectors count.';

CREATE TABLE traffic_count_15m (
    site_id               VARCHAR(64) NOT NULL COMMENT 'Identifies the counting site, 1 to 64 characters.',
    lane                  VARCHAR(64) NOT NULL COMMENT 'Lane, as the site names it, at most 64 characters. Empty: the whole site.',
    window_start          DATETIME(3) NOT NULL COMMENT 'First instant of the window of period_start, UTC: a quarter hour in traffic_count_15m, an hour in traffic_count_1h.',
    periods               BIGINT      NOT NULL COMMENT 'Periods that the sums are made of, 1 or more. No two of them overlap.',
    overlapping           BIGINT      NOT NULL COMMENT 'Accepted periods that overlap one of those and are in no sum, 0 or more.',
    covered_seconds       BIGINT      NOT NULL COMMENT 'Time of the window that the periods cover, seconds, 1 to 3600.',
    vehicles              BIGINT      NOT NULL COMMENT 'Vehicles, bicycles included, added over the periods, 0 or more.',
    bicycles              BIGINT      NULL COMMENT 'Bicycles, added over the periods, 0 or more. NULL: not every period counted the class.',
    cars                  BIGINT      NULL COMMENT 'Cars, added over the periods, 0 or more. NULL: not every period counted the class.',
    motorcycles           BIGINT      NULL COMMENT 'Motorcycles, added over the periods, 0 or more. NULL: not every period counted the class.',
    buses                 BIGINT      NULL COMMENT 'Buses, added over the periods, 0 or more. NULL: not every period counted the class.',
    trucks                BIGINT      NULL COMMENT 'Trucks, added over the periods, 0 or more. NULL: not every period counted the class.',
    others                BIGINT      NULL COMMENT 'Vehicles of other classes, added over the periods, 0 or more. NULL: not every period counted the class.',
    speed_weighted_sum_mh BIGINT      NULL COMMENT 'Mean speed of a period, metres per hour, times its vehicles, added over the periods that measured the speed, 0 or more. Divide by speed_vehicles. NULL: speed_vehicles is 0.',
    speed_vehicles        BIGINT      NOT NULL COMMENT 'Vehicles of the periods that measured the speed, 0 or more.',
    occupancy_ppm_seconds BIGINT      NULL COMMENT 'Occupancy of a period, parts per million of its time, times its seconds, added over the periods that measured it, 0 or more. Divide by occupancy_seconds. NULL: occupancy_seconds is 0.',
    occupancy_seconds     BIGINT      NOT NULL COMMENT 'Time of the periods that measured the occupancy, seconds, 0 to 3600.',
    event_count           BIGINT      NOT NULL COMMENT 'Events counted in the row, periods + overlapping, 1 or more; part of the guard against older rows.',
    revision              INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete              BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (site_id, lane, window_start),
    KEY traffic_count_15m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What one lane of a counting site, or the whole site, counted in a window. Table and dataset: traffic_count_15m. It has the periods that lie within one quarter hour. Table and dataset: traffic_count_1h. It has all periods. A window without periods has no row.';

CREATE TABLE traffic_count_1h (
    site_id               VARCHAR(64) NOT NULL COMMENT 'Identifies the counting site, 1 to 64 characters.',
    lane                  VARCHAR(64) NOT NULL COMMENT 'Lane, as the site names it, at most 64 characters. Empty: the whole site.',
    window_start          DATETIME(3) NOT NULL COMMENT 'First instant of the window of period_start, UTC: a quarter hour in traffic_count_15m, an hour in traffic_count_1h.',
    periods               BIGINT      NOT NULL COMMENT 'Periods that the sums are made of, 1 or more. No two of them overlap.',
    overlapping           BIGINT      NOT NULL COMMENT 'Accepted periods that overlap one of those and are in no sum, 0 or more.',
    covered_seconds       BIGINT      NOT NULL COMMENT 'Time of the window that the periods cover, seconds, 1 to 3600.',
    vehicles              BIGINT      NOT NULL COMMENT 'Vehicles, bicycles included, added over the periods, 0 or more.',
    bicycles              BIGINT      NULL COMMENT 'Bicycles, added over the periods, 0 or more. NULL: not every period counted the class.',
    cars                  BIGINT      NULL COMMENT 'Cars, added over the periods, 0 or more. NULL: not every period counted the class.',
    motorcycles           BIGINT      NULL COMMENT 'Motorcycles, added over the periods, 0 or more. NULL: not every period counted the class.',
    buses                 BIGINT      NULL COMMENT 'Buses, added over the periods, 0 or more. NULL: not every period counted the class.',
    trucks                BIGINT      NULL COMMENT 'Trucks, added over the periods, 0 or more. NULL: not every period counted the class.',
    others                BIGINT      NULL COMMENT 'Vehicles of other classes, added over the periods, 0 or more. NULL: not every period counted the class.',
    speed_weighted_sum_mh BIGINT      NULL COMMENT 'Mean speed of a period, metres per hour, times its vehicles, added over the periods that measured the speed, 0 or more. Divide by speed_vehicles. NULL: speed_vehicles is 0.',
    speed_vehicles        BIGINT      NOT NULL COMMENT 'Vehicles of the periods that measured the speed, 0 or more.',
    occupancy_ppm_seconds BIGINT      NULL COMMENT 'Occupancy of a period, parts per million of its time, times its seconds, added over the periods that measured it, 0 or more. Divide by occupancy_seconds. NULL: occupancy_seconds is 0.',
    occupancy_seconds     BIGINT      NOT NULL COMMENT 'Time of the periods that measured the occupancy, seconds, 0 to 3600.',
    event_count           BIGINT      NOT NULL COMMENT 'Events counted in the row, periods + overlapping, 1 or more; part of the guard against older rows.',
    revision              INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete              BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (site_id, lane, window_start),
    KEY traffic_count_1h_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What one lane of a counting site, or the whole site, counted in a window. Table and dataset: traffic_count_15m. It has the periods that lie within one quarter hour. Table and dataset: traffic_count_1h. It has all periods. A window without periods has no row.';
