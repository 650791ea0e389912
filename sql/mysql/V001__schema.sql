-- All tables. Times are UTC. Ids compare byte by byte, so that cam-1 and CAM-1 stay two.
-- The views are in R__*_views.sql.

-- Time zones, and the days of each. The servers' own tables of time zones are often empty, so the suite brings its own
-- (docs/decisions/0014).

CREATE TABLE time_zone (
    time_zone  VARCHAR(64) NOT NULL COMMENT 'such as Europe/Berlin',
    periods_of VARCHAR(16) NULL COMMENT 'release of the time-zone rules by which local_period has this zone; NULL: it has not',
    PRIMARY KEY (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'The time zones that a site may name; filled when a job starts';

INSERT INTO time_zone (time_zone) VALUES ('UTC');

CREATE TABLE local_period (
    part_of_day VARCHAR(16) NOT NULL COMMENT 'day (all of it), night 0-5, morning 6-11, afternoon 12-17, evening 18-23 o''clock',
    local_date  DATE        NOT NULL,
    time_zone   VARCHAR(64) NOT NULL,
    utc_from    DATETIME(3) NOT NULL COMMENT 'its first instant, UTC',
    utc_until   DATETIME(3) NOT NULL COMMENT 'the first instant after it, UTC',
    PRIMARY KEY (part_of_day, local_date, time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Days and their parts on the clocks of the zones that sites name; filled when a job starts';

-- Reference data

CREATE TABLE camera (
    camera_id           VARCHAR(64)  NOT NULL,
    name                VARCHAR(200) NOT NULL,
    latitude            DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    longitude           DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    carriageway_polygon TEXT         NULL COMMENT 'WKT polygon of the carriageway in relative picture coordinates (x right, y down, 0 to 1); NULL: the whole picture',
    time_zone           VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by',
    PRIMARY KEY (camera_id),
    CONSTRAINT camera_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the cameras';

CREATE TABLE station (
    station_id VARCHAR(64)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    latitude   DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    longitude  DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    time_zone  VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by',
    PRIMARY KEY (station_id),
    CONSTRAINT station_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the weather stations';

CREATE TABLE zone (
    zone_id    VARCHAR(16) NOT NULL COMMENT 'H3 cell, resolution 8',
    latitude   DOUBLE      NOT NULL COMMENT 'of the centre, WGS 84 degrees',
    longitude  DOUBLE      NOT NULL COMMENT 'of the centre, WGS 84 degrees',
    boundary   TEXT        NOT NULL COMMENT 'WKT polygon, longitude before latitude',
    time_zone  VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'whose days and hours the summaries go by, for its segments and accidents too',
    PRIMARY KEY (zone_id),
    CONSTRAINT zone_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the zones that have roads';

CREATE TABLE segment (
    segment_id       VARCHAR(64)  NOT NULL,
    valid_from       DATETIME(3)  NOT NULL COMMENT 'this version of the segment holds from here, UTC',
    valid_to         DATETIME(3)  NULL COMMENT 'and up to here, exclusive; NULL: no end is known',
    name             VARCHAR(200) NULL COMMENT 'of the street; NULL: it has none',
    geometry         MEDIUMTEXT   NOT NULL COMMENT 'WKT line in the direction of travel, longitude before latitude',
    length_m         DOUBLE       NOT NULL,
    zone_id          VARCHAR(16)  NOT NULL COMMENT 'the zone of its midpoint',
    road_class       VARCHAR(32)  NULL COMMENT 'value of highway in OpenStreetMap, such as primary; NULL: unknown',
    lanes            INT          NULL COMMENT 'of the road, of both directions together where it has two; NULL: unknown',
    free_flow_kmh    DOUBLE       NULL COMMENT 'speed of traffic that nothing holds up; NULL: unknown',
    free_flow_source VARCHAR(16)  NULL COMMENT 'of free_flow_kmh. given: by the file; maxspeed: the posted limit; derived: a default for such roads; NULL: no speed',
    attribution      VARCHAR(200) NULL COMMENT 'what must be shown where the segment is shown; NULL: nothing',
    PRIMARY KEY (segment_id, valid_from),
    KEY segment_by_zone (zone_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: directed road segments, as option network has them';

-- Thresholds and weights, which the views read

CREATE TABLE crowding_level (
    level                   VARCHAR(16) NOT NULL,
    from_area_occupancy_ppm INT         NOT NULL COMMENT 'the level begins at this mean area occupancy, parts per million',
    PRIMARY KEY (level),
    UNIQUE KEY crowding_level_by_area_occupancy (from_area_occupancy_ppm)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of v_camera_crowding; change the rows to suit the city';

INSERT INTO crowding_level (level, from_area_occupancy_ppm) VALUES
    ('FREE', 0),
    ('MODERATE', 100000),
    ('CROWDED', 250000),
    ('JAMMED', 450000);

CREATE TABLE vehicle_weight (
    label     VARCHAR(16)   NOT NULL,
    pcu       DECIMAL(4, 2) NOT NULL COMMENT 'passenger car units',
    PRIMARY KEY (label)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Weights of the vehicle score; the defaults are the PCU values of Transport for London, Traffic Modelling Guidelines';

INSERT INTO vehicle_weight (label, pcu) VALUES
    ('bicycle', 0.20),
    ('motorcycle', 0.40),
    ('car', 1.00),
    ('bus', 2.00),
    ('truck', 2.30);

CREATE TABLE comfort_level (
    level              VARCHAR(64) NOT NULL,
    from_humidex_milli INT         NOT NULL COMMENT 'the level begins at this humidex, thousandths',
    PRIMARY KEY (level),
    UNIQUE KEY comfort_level_by_humidex (from_humidex_milli)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of comfort in v_weather: the degrees of comfort of Environment Canada';

INSERT INTO comfort_level (level, from_humidex_milli) VALUES
    ('Little or no discomfort', 0),
    ('Some discomfort', 30000),
    ('Great discomfort', 40000),
    ('Dangerous', 45001);

CREATE TABLE humidity_level (
    level    VARCHAR(64) NOT NULL,
    from_pct INT         NOT NULL COMMENT 'the level begins at this mean relative humidity, per cent',
    PRIMARY KEY (level),
    UNIQUE KEY humidity_level_by_pct (from_pct)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of humidity in v_weather; 30 to 60 per cent is what the US EPA recommends indoors; change the rows to suit the climate';

INSERT INTO humidity_level (level, from_pct) VALUES
    ('Dry', 0),
    ('Comfortable', 30),
    ('Humid', 60),
    ('Very humid', 80);

-- What becomes of records

CREATE TABLE event_ledger_1m (
    topic              VARCHAR(249) NOT NULL,
    minute             DATETIME(3)  NOT NULL COMMENT 'first instant of the minute of arrival, UTC',
    received           BIGINT       NOT NULL COMMENT 'accepted + duplicate + late + rejected',
    accepted           BIGINT       NOT NULL,
    duplicate          BIGINT       NOT NULL,
    late               BIGINT       NOT NULL,
    rejected           BIGINT       NOT NULL COMMENT 'each has a record in topic dead-letter',
    rejected_by_reason JSON         NOT NULL COMMENT 'object of reason and records, which add up to rejected',
    event_count        BIGINT       NOT NULL,
    revision           INT          NOT NULL,
    complete           BOOLEAN      NOT NULL COMMENT 'the minute is final',
    PRIMARY KEY (topic, minute)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What became of every record, by topic and minute of arrival';

CREATE TABLE refused_row (
    table_name VARCHAR(64)   NOT NULL COMMENT 'the table that refused it; of a bounded run <table>__run_<run_id>',
    key_hash   BINARY(32)    NOT NULL COMMENT 'SHA-256 of the key columns, for a refused key may be of any length',
    row_key    TEXT          NOT NULL COMMENT 'the row''s key columns, a JSON object',
    row_json   LONGTEXT      NOT NULL COMMENT 'the whole row, a JSON object; a text of more than 2,000 characters is cut, and ends with its length',
    code       INT           NOT NULL COMMENT 'error code of the server; 1153: the row is larger than max_allowed_packet',
    message    VARCHAR(1000) NOT NULL COMMENT 'what the server said',
    refused_at DATETIME(3)   NOT NULL COMMENT 'by the clock of the database, UTC',
    PRIMARY KEY (table_name, key_hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'The newest refused row of each key; deleted when a later row of the key is stored';

-- Cameras

CREATE TABLE camera_traffic_1m (
    camera_id              VARCHAR(64)  NOT NULL,
    window_start           DATETIME(3)  NOT NULL COMMENT 'first instant of the minute of captured_at, UTC',
    frames                 BIGINT       NOT NULL COMMENT 'accepted frames; vehicles per frame are a sum over this',
    bicycle_sum            BIGINT       NOT NULL,
    car_sum                BIGINT       NOT NULL,
    motorcycle_sum         BIGINT       NOT NULL,
    bus_sum                BIGINT       NOT NULL,
    truck_sum              BIGINT       NOT NULL,
    vehicle_max            INT          NOT NULL COMMENT 'the most vehicles in one frame',
    area_occupancy_ppm_sum BIGINT       NOT NULL COMMENT 'share of the region of interest that the union of the boxes covers, parts per million, added over the frames',
    model_id               VARCHAR(200) NOT NULL COMMENT 'the model that counted',
    event_count            BIGINT       NOT NULL,
    revision               INT          NOT NULL,
    complete               BOOLEAN      NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (camera_id, window_start),
    KEY camera_traffic_1m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What each camera saw, by minute; no row where no frame came';

-- Telemetry

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
    reports       BIGINT      NOT NULL COMMENT 'matched + without_speed + off_road + wrong_heading',
    matched       BIGINT      NOT NULL COMMENT 'reports that are samples in segment_speed_1m',
    without_speed BIGINT      NOT NULL COMMENT 'reports without a speed, which are looked up on no road',
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
    distance_m   BIGINT      NOT NULL COMMENT 'great-circle steps from report to report, without implausible ones',
    samples      BIGINT      NOT NULL COMMENT 'reports',
    implausible  BIGINT      NOT NULL COMMENT 'reports that the distance leaves out: too far from the last one before',
    speed_avg_mh BIGINT      NULL COMMENT 'distance over time, metres per hour; NULL for a single report',
    speed_max_mh BIGINT      NULL COMMENT 'the greatest reported speed, metres per hour; NULL: no report had one',
    event_count  BIGINT      NOT NULL,
    revision     INT         NOT NULL,
    complete     BOOLEAN     NOT NULL COMMENT 'always true',
    PRIMARY KEY (vehicle_id, started_at),
    KEY journey_by_time (started_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Trips, written when nothing can change them any more';

-- Weather

CREATE TABLE weather_10m (
    station_id                  VARCHAR(64) NOT NULL,
    window_start                DATETIME(3) NOT NULL COMMENT 'first instant of the ten minutes of observed_at, UTC',
    observations                BIGINT      NOT NULL COMMENT 'accepted observations',
    temperature_observations    BIGINT      NOT NULL COMMENT 'observations that measured the air temperature',
    temperature_milli_c_sum     BIGINT      NULL COMMENT 'air temperature, thousandths of a degree Celsius, added over temperature_observations; NULL: never measured',
    temperature_milli_c_min     INT         NULL COMMENT 'thousandths of a degree Celsius; NULL: never measured',
    temperature_milli_c_max     INT         NULL COMMENT 'thousandths of a degree Celsius; NULL: never measured',
    humidity_observations       BIGINT      NOT NULL COMMENT 'observations that measured the relative humidity',
    humidity_milli_pct_sum      BIGINT      NULL COMMENT 'relative humidity, thousandths of a per cent, added over humidity_observations; NULL: never measured',
    humidity_milli_pct_min      INT         NULL COMMENT 'thousandths of a per cent; NULL: never measured',
    humidity_milli_pct_max      INT         NULL COMMENT 'thousandths of a per cent; NULL: never measured',
    wind_observations           BIGINT      NOT NULL COMMENT 'observations that measured the wind speed',
    wind_mm_s_sum               BIGINT      NULL COMMENT 'wind speed, millimetres per second, added over wind_observations; NULL: never measured',
    wind_mm_s_min               INT         NULL COMMENT 'millimetres per second; NULL: never measured',
    wind_mm_s_max               INT         NULL COMMENT 'millimetres per second; NULL: never measured',
    wind_direction_observations BIGINT      NOT NULL COMMENT 'observations that measured the wind direction',
    wind_from_east_milli_sum    BIGINT      NULL COMMENT 'sine of the direction that the wind comes from, thousandths, added; NULL: never measured',
    wind_from_north_milli_sum   BIGINT      NULL COMMENT 'cosine of the direction that the wind comes from, thousandths, added; NULL: never measured',
    precipitation_observations  BIGINT      NOT NULL COMMENT 'observations that measured precipitation, dry ones too',
    precipitation_um_h_sum      BIGINT      NULL COMMENT 'precipitation rate, micrometres of water per hour, added over precipitation_observations; NULL: never measured',
    precipitation_um_h_min      INT         NULL COMMENT 'micrometres of water per hour; NULL: never measured',
    precipitation_um_h_max      INT         NULL COMMENT 'micrometres of water per hour; NULL: never measured',
    `condition`                 VARCHAR(16) NOT NULL COMMENT 'the most severe, rising: OTHER CLEAR CLOUDS DRIZZLE RAIN FOG SNOW THUNDERSTORM',
    humidex_milli               INT         NULL COMMENT 'humidex of mean temperature and humidity, thousandths; NULL: below 20 C, or less than 1 above the temperature',
    heat_index_milli_c          INT         NULL COMMENT 'heat index of mean temperature and humidity, thousandths of a degree Celsius; NULL: outside the valid range',
    event_count                 BIGINT      NOT NULL,
    revision                    INT         NOT NULL,
    complete                    BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (station_id, window_start),
    KEY weather_10m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What each weather station observed, by ten minutes; no row where no observation came';

-- Accidents

CREATE TABLE accident (
    accident_id                 VARCHAR(64) NOT NULL,
    first_seen                  DATETIME(3) NOT NULL COMMENT 'reported_at of the first report, UTC',
    reported_at                 DATETIME(3) NOT NULL COMMENT 'reported_at of the newest report, from which all columns up to description are, UTC',
    occurred_at                 DATETIME(3) NOT NULL COMMENT 'UTC',
    latitude                    DOUBLE      NOT NULL COMMENT 'WGS 84 degrees',
    longitude                   DOUBLE      NOT NULL COMMENT 'WGS 84 degrees',
    zone_id                     VARCHAR(16) NOT NULL COMMENT 'H3 cell, resolution 8, in which it happened',
    segment_id                  VARCHAR(64) NULL COMMENT 'the nearest directed road segment; NULL: on no road',
    severity                    VARCHAR(16) NOT NULL COMMENT 'SLIGHT SERIOUS FATAL UNKNOWN',
    kind                        VARCHAR(16) NOT NULL COMMENT 'COLLISION FIRE MEDICAL POLICE OTHER',
    status                      VARCHAR(16) NOT NULL COMMENT 'ACTIVE RESOLVED',
    resolved_at                 DATETIME(3) NULL COMMENT 'reported_at of the first RESOLVED report since the last ACTIVE one, UTC; NULL: active',
    vehicles                    INT         NULL COMMENT 'NULL: not reported',
    casualties                  INT         NULL COMMENT 'people hurt or killed; NULL: not reported',
    pedestrians                 INT         NULL COMMENT 'among the casualties; NULL: not reported',
    cycles                      INT         NULL COMMENT 'among the vehicles; NULL: not reported',
    road_condition              MEDIUMTEXT  NULL COMMENT 'in the reporter''s words; NULL: not reported',
    visibility                  MEDIUMTEXT  NULL COMMENT 'in the reporter''s words; NULL: not reported',
    speed_limit_kmh             INT         NULL COMMENT 'NULL: not reported',
    authority                   MEDIUMTEXT  NULL COMMENT 'who reported; NULL: not reported',
    description                 MEDIUMTEXT  NULL COMMENT 'free text; NULL: none',
    weather_station_id          VARCHAR(64) NULL COMMENT 'whose weather this is; NULL, as all of it: no station within 25 km observed in the 60 minutes before',
    weather_observed_at         DATETIME(3) NULL COMMENT 'not after occurred_at, UTC',
    weather_distance_m          INT         NULL COMMENT 'from the accident to the station',
    weather_condition           VARCHAR(16) NULL COMMENT 'CLEAR CLOUDS DRIZZLE RAIN SNOW FOG THUNDERSTORM OTHER',
    weather_temperature_milli_c INT         NULL COMMENT 'thousandths of a degree Celsius; NULL: not measured',
    weather_humidity_milli_pct  INT         NULL COMMENT 'thousandths of a per cent; NULL: not measured',
    weather_wind_mm_s           INT         NULL COMMENT 'millimetres per second; NULL: not measured',
    weather_precipitation_um_h  INT         NULL COMMENT 'micrometres of water per hour; NULL: not measured',
    weather_visibility_m        INT         NULL COMMENT 'metres; NULL: not measured',
    event_count                 BIGINT      NOT NULL COMMENT 'reports on the accident',
    revision                    INT         NOT NULL,
    complete                    BOOLEAN     NOT NULL COMMENT 'no report can change it any more',
    PRIMARY KEY (accident_id),
    KEY accident_by_time (occurred_at),
    KEY accident_by_zone (zone_id, occurred_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Accidents: the newest report on each, with road and weather of its place and time';

CREATE TABLE accident_1h (
    zone_id      VARCHAR(16) NOT NULL COMMENT 'H3 cell, resolution 8',
    window_start DATETIME(3) NOT NULL COMMENT 'first instant of the hour of occurred_at, UTC',
    severity     VARCHAR(16) NOT NULL COMMENT 'SLIGHT SERIOUS FATAL UNKNOWN',
    accidents    BIGINT      NOT NULL COMMENT 'that are here by their newest report; may be 0',
    vehicles     BIGINT      NULL COMMENT 'added over the accidents that tell; NULL: none tells',
    casualties   BIGINT      NULL COMMENT 'added over the accidents that tell; NULL: none tells',
    event_count  BIGINT      NOT NULL COMMENT 'reports on all accidents that any report put here',
    revision     INT         NOT NULL,
    complete     BOOLEAN     NOT NULL COMMENT 'no report can change it any more',
    PRIMARY KEY (zone_id, window_start, severity),
    KEY accident_1h_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Accidents by zone, hour and severity; no row where no report ever named one';

-- Conditions

CREATE TABLE road_conditions_5m (
    zone_id                     VARCHAR(16) NOT NULL COMMENT 'H3 cell, resolution 8',
    window_start                DATETIME(3) NOT NULL COMMENT 'first instant of the five minutes, UTC',
    frames                      BIGINT      NOT NULL COMMENT 'accepted frames of the cameras in the zone',
    vehicle_sum                 BIGINT      NULL COMMENT 'vehicles in those frames; NULL: no frame',
    samples                     BIGINT      NOT NULL COMMENT 'reports of motor vehicles on segments whose free-flow speed is known',
    vehicles                    BIGINT      NULL COMMENT 'different vehicles that sent them; NULL: no sample',
    p50_kmh                     INT         NULL COMMENT 'median speed of the samples; NULL: no sample',
    free_flow_sum_mh            BIGINT      NULL COMMENT 'free-flow speed of each sample''s segment, metres per hour, added over the samples; NULL: no sample',
    level_of_service            CHAR(1)     NULL COMMENT 'A to F: p50_kmh as a share of the mean free-flow speed (HCM 2010, Exhibit 17-2); NULL: no sample',
    active_accidents            BIGINT      NOT NULL COMMENT 'that reports had active at some time of the window',
    weather_station_id          VARCHAR(64) NULL COMMENT 'whose weather this is; NULL, as all of it: no station within 25 km observed in the 60 minutes before the end',
    weather_observed_at         DATETIME(3) NULL COMMENT 'UTC',
    weather_distance_m          INT         NULL COMMENT 'from the zone''s centre to the station',
    weather_condition           VARCHAR(16) NULL COMMENT 'CLEAR CLOUDS DRIZZLE RAIN SNOW FOG THUNDERSTORM OTHER',
    weather_temperature_milli_c INT         NULL COMMENT 'thousandths of a degree Celsius; NULL: not measured',
    weather_humidity_milli_pct  INT         NULL COMMENT 'thousandths of a per cent; NULL: not measured',
    weather_wind_mm_s           INT         NULL COMMENT 'millimetres per second; NULL: not measured',
    weather_precipitation_um_h  INT         NULL COMMENT 'micrometres of water per hour; NULL: not measured',
    weather_visibility_m        INT         NULL COMMENT 'metres; NULL: not measured',
    event_count                 BIGINT      NOT NULL COMMENT 'frames, samples, reports on accidents of the zone, observations of the last hour',
    revision                    INT         NOT NULL,
    complete                    BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (zone_id, window_start),
    KEY road_conditions_5m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What the roads of each zone were like, by five minutes; no row where nothing was reported';

-- Alerts

CREATE TABLE alert (
    alert_id        VARCHAR(16) NOT NULL COMMENT 'hash of source_table, rule_id, rule_version, site_id and raised_at',
    kind            VARCHAR(16) NOT NULL COMMENT 'threshold silent',
    rule_id         VARCHAR(64) NOT NULL,
    rule_version    INT         NOT NULL,
    source_table    VARCHAR(64) NOT NULL COMMENT 'the table whose rows the rule watches',
    metric          VARCHAR(64) NULL COMMENT 'what the rule compares, with its unit; NULL: silent',
    site_id         VARCHAR(64) NOT NULL COMMENT 'the camera, segment, station or zone',
    raised_at       DATETIME(3) NOT NULL COMMENT 'end of the window that raised it, or from when on a site counted as silent, UTC',
    cleared_at      DATETIME(3) NULL COMMENT 'end of the window that cleared it, or of the rule''s version, UTC; NULL: raised',
    value_milli     BIGINT      NULL COMMENT 'the metric in the window that raised it, thousandths of its unit; NULL: silent',
    threshold_milli BIGINT      NOT NULL COMMENT 'thousandths of the metric''s unit; silent: thousandths of minutes without a row',
    event_count     BIGINT      NOT NULL COMMENT '1 raised, 2 cleared',
    revision        INT         NOT NULL,
    complete        BOOLEAN     NOT NULL COMMENT 'it is cleared',
    PRIMARY KEY (alert_id),
    KEY alert_by_time (raised_at),
    KEY alert_by_site (source_table, site_id, raised_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Alerts by the rules of option alerts, judged on final rows';

-- Bounded runs, and what revisions changed in the tables. Nothing here is deleted: the lines of published runs say which rows
-- an older run must leave out.

CREATE TABLE run (
    run_id       BIGINT      NOT NULL AUTO_INCREMENT,
    job          VARCHAR(64) NOT NULL,
    range_from   DATETIME(3) NOT NULL COMMENT 'first instant of the range that the run computed, UTC',
    range_to     DATETIME(3) NOT NULL COMMENT 'first instant after the range, UTC',
    revision     INT         NULL COMMENT 'of the run''s rows; NULL: it revises nothing, and its rows have revision 0',
    state        VARCHAR(16) NOT NULL COMMENT 'running published failed',
    begun_at     DATETIME(3) NOT NULL COMMENT 'by the clock of the database, UTC',
    published_at DATETIME(3) NULL COMMENT 'by the clock of the database, UTC; NULL: not published',
    PRIMARY KEY (run_id),
    UNIQUE KEY run_by_revision (revision)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Bounded runs: each computed a range of the past again';

CREATE TABLE run_table (
    run_id          BIGINT       NOT NULL,
    table_name      VARCHAR(64)  NOT NULL,
    rows_added      BIGINT       NULL COMMENT 'NULL, as the other counts: not published',
    rows_replaced   BIGINT       NULL COMMENT 'in columns that are not bookkeeping',
    rows_kept       BIGINT       NULL COMMENT 'computed, and the table has them already or newer',
    rows_removed    BIGINT       NULL COMMENT 'of lower revisions, that the run did not find again',
    PRIMARY KEY (run_id, table_name),
    KEY run_table_by_name (table_name),
    CONSTRAINT run_table_of_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Which tables a run covers, and what it did to them';

CREATE TABLE publication (
    turn   TINYINT NOT NULL COMMENT 'always 1',
    run_id BIGINT  NULL COMMENT 'the last run that was published',
    PRIMARY KEY (turn)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'One line, which a run holds while it publishes: runs publish one after the other';

INSERT INTO publication (turn) VALUES (1);

CREATE TABLE correction (
    revision   INT          NOT NULL COMMENT 'of the run that made it',
    table_name VARCHAR(64)  NOT NULL,
    row_key    VARCHAR(512) NOT NULL COMMENT 'the row''s key columns, a JSON object',
    old_row    JSON         NULL COMMENT 'the whole row before; NULL: the row was added',
    new_row    JSON         NULL COMMENT 'the whole row after; NULL: the row was removed',
    PRIMARY KEY (revision, table_name, row_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Rows that a revision added, replaced or removed; rows that are equal but for event_count, revision and complete are not here';

-- The lake

CREATE TABLE lake_partition (
    dataset    VARCHAR(64) NOT NULL COMMENT 'folder of the lake',
    dt         DATE        NOT NULL COMMENT 'day of the rows'' time, UTC',
    hour       TINYINT     NOT NULL COMMENT '0 to 23, UTC',
    state      VARCHAR(16) NOT NULL COMMENT 'open: rows still come; final: none but late events and corrections; compacting: final, and rows may be seen twice while small files are merged; compacted: final, and its small files are merged',
    files      INT         NOT NULL COMMENT 'finished files',
    rows_count BIGINT      NOT NULL COMMENT 'rows in them: of final rows every revision, of events the late ones too',
    bytes      BIGINT      NOT NULL COMMENT 'size of the files',
    checked_at DATETIME(3) NOT NULL COMMENT 'when the files were looked at, by the clock of the database, UTC',
    PRIMARY KEY (dataset, dt, hour)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Hours of the lake, as the last daily run found them';
