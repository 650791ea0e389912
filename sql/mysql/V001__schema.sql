-- All tables. Times are UTC. Ids compare byte by byte, so that cam-1 and CAM-1 stay two.
-- The views are in R__*_views.sql.

-- Time zones, and the days of each. The servers' own tables of time zones are often empty, so the suite brings its own
-- (docs/decisions/0014).

CREATE TABLE time_zone (
    time_zone  VARCHAR(64) NOT NULL COMMENT 'Name of the zone, such as Europe/Berlin.',
    periods_of VARCHAR(16) NULL COMMENT 'Release of the time-zone rules from which local_period has this zone. NULL: local_period does not have it yet.',
    PRIMARY KEY (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Time zones that a site may have. Filled when a job starts.';

INSERT INTO time_zone (time_zone) VALUES ('UTC');

CREATE TABLE local_period (
    part_of_day VARCHAR(16) NOT NULL COMMENT 'Part of the day by local hours: day (all of it), night (0 to 5), morning (6 to 11), afternoon (12 to 17) or evening (18 to 23).',
    local_date  DATE        NOT NULL COMMENT 'Date in the zone.',
    time_zone   VARCHAR(64) NOT NULL COMMENT 'Time zone of the date.',
    utc_from    DATETIME(3) NOT NULL COMMENT 'First instant of the part, UTC.',
    utc_until   DATETIME(3) NOT NULL COMMENT 'First instant after the part, UTC.',
    PRIMARY KEY (part_of_day, local_date, time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Days and their parts by the clocks of the zones that sites have. Filled when a job starts.';

-- Reference data

CREATE TABLE camera (
    camera_id           VARCHAR(64)  NOT NULL COMMENT 'Identifies the camera, 1 to 64 characters.',
    name                VARCHAR(200) NOT NULL COMMENT 'Name that people read.',
    latitude            DOUBLE       NOT NULL COMMENT 'Latitude, WGS 84 degrees, -90 to 90.',
    longitude           DOUBLE       NOT NULL COMMENT 'Longitude, WGS 84 degrees, -180 to 180.',
    carriageway_polygon TEXT         NULL COMMENT 'Carriageway in the picture: WKT polygon in relative coordinates, x to the right and y downwards, each 0 to 1. NULL: the whole picture.',
    time_zone           VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'Time zone of the camera, whose days and hours the summaries use, such as Europe/Berlin.',
    PRIMARY KEY (camera_id),
    CONSTRAINT camera_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the cameras.';

CREATE TABLE station (
    station_id VARCHAR(64)  NOT NULL COMMENT 'Identifies the station, 1 to 64 characters.',
    name       VARCHAR(200) NOT NULL COMMENT 'Name that people read.',
    latitude   DOUBLE       NOT NULL COMMENT 'Latitude, WGS 84 degrees, -90 to 90.',
    longitude  DOUBLE       NOT NULL COMMENT 'Longitude, WGS 84 degrees, -180 to 180.',
    time_zone  VARCHAR(64)  NOT NULL DEFAULT 'UTC' COMMENT 'Time zone of the station, whose days and hours the summaries use, such as Europe/Berlin.',
    PRIMARY KEY (station_id),
    CONSTRAINT station_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the weather stations.';

CREATE TABLE zone (
    zone_id    VARCHAR(16) NOT NULL COMMENT 'Identifies the zone: H3 cell of resolution 8, 15 hex digits.',
    latitude   DOUBLE      NOT NULL COMMENT 'Latitude of the centre, WGS 84 degrees, -90 to 90.',
    longitude  DOUBLE      NOT NULL COMMENT 'Longitude of the centre, WGS 84 degrees, -180 to 180.',
    boundary   TEXT        NOT NULL COMMENT 'Boundary of the zone: WKT polygon, longitude before latitude.',
    time_zone  VARCHAR(64) NOT NULL DEFAULT 'UTC' COMMENT 'Time zone of the zone, its segments and its accidents, whose days and hours the summaries use.',
    PRIMARY KEY (zone_id),
    CONSTRAINT zone_time_zone_is_known FOREIGN KEY (time_zone) REFERENCES time_zone (time_zone)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the zones that have roads.';

CREATE TABLE segment (
    segment_id       VARCHAR(64)  NOT NULL COMMENT 'Identifies the segment, 1 to 64 characters.',
    valid_from       DATETIME(3)  NOT NULL COMMENT 'First instant at which this version of the segment is valid, UTC.',
    valid_to         DATETIME(3)  NULL COMMENT 'First instant at which it is no longer valid, UTC. NULL: no end is known.',
    name             VARCHAR(200) NULL COMMENT 'Name of the street. NULL: it has none.',
    geometry         MEDIUMTEXT   NOT NULL COMMENT 'Line in the direction of travel: WKT, longitude before latitude.',
    length_m         DOUBLE       NOT NULL COMMENT 'Length, metres, 0 or more.',
    zone_id          VARCHAR(16)  NOT NULL COMMENT 'Zone of the segment''s midpoint.',
    road_class       VARCHAR(32)  NULL COMMENT 'Value of highway in OpenStreetMap, such as primary. NULL: unknown.',
    lanes            INT          NULL COMMENT 'Lanes of the road, of both directions together where it has two, 1 or more. NULL: unknown.',
    free_flow_kmh    DOUBLE       NULL COMMENT 'Speed of traffic without congestion, kilometres per hour, above 0 and up to 300. NULL: unknown.',
    free_flow_source VARCHAR(16)  NULL COMMENT 'Source of free_flow_kmh: given (the file), maxspeed (the posted limit) or derived (a default for such roads). NULL: free_flow_kmh is unknown.',
    attribution      VARCHAR(200) NULL COMMENT 'Text that must be shown where the segment is shown. NULL: none.',
    PRIMARY KEY (segment_id, valid_from),
    KEY segment_by_zone (zone_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: versions of the directed road segments of option network.';

-- Thresholds and weights, which the views read

CREATE TABLE crowding_level (
    level                   VARCHAR(16) NOT NULL COMMENT 'Crowding level.',
    from_area_occupancy_ppm INT         NOT NULL COMMENT 'Mean area occupancy at which the level begins, parts per million, 0 to 1000000.',
    PRIMARY KEY (level),
    UNIQUE KEY crowding_level_by_area_occupancy (from_area_occupancy_ppm)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of v_camera_crowding. Change the rows to suit the city.';

INSERT INTO crowding_level (level, from_area_occupancy_ppm) VALUES
    ('FREE', 0),
    ('MODERATE', 100000),
    ('CROWDED', 250000),
    ('JAMMED', 450000);

CREATE TABLE vehicle_weight (
    label     VARCHAR(16)   NOT NULL COMMENT 'Class of vehicle: bicycle, car, motorcycle, bus or truck.',
    pcu       DECIMAL(4, 2) NOT NULL COMMENT 'Weight, passenger car units, 0 or more.',
    PRIMARY KEY (label)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Weights of the vehicle score. The defaults are the PCU values of Transport for London, Traffic Modelling Guidelines.';

INSERT INTO vehicle_weight (label, pcu) VALUES
    ('bicycle', 0.20),
    ('motorcycle', 0.40),
    ('car', 1.00),
    ('bus', 2.00),
    ('truck', 2.30);

CREATE TABLE comfort_level (
    level              VARCHAR(64) NOT NULL COMMENT 'Degree of comfort.',
    from_humidex_milli INT         NOT NULL COMMENT 'Humidex at which the level begins, thousandths, 0 or more.',
    PRIMARY KEY (level),
    UNIQUE KEY comfort_level_by_humidex (from_humidex_milli)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of comfort in v_weather: the degrees of comfort of Environment Canada.';

INSERT INTO comfort_level (level, from_humidex_milli) VALUES
    ('Little or no discomfort', 0),
    ('Some discomfort', 30000),
    ('Great discomfort', 40000),
    ('Dangerous', 45001);

CREATE TABLE humidity_level (
    level    VARCHAR(64) NOT NULL COMMENT 'Humidity level.',
    from_pct INT         NOT NULL COMMENT 'Mean relative humidity at which the level begins, per cent, 0 to 100.',
    PRIMARY KEY (level),
    UNIQUE KEY humidity_level_by_pct (from_pct)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Thresholds of humidity in v_weather. The US EPA recommends 30 to 60 per cent indoors; change the rows to suit the climate.';

INSERT INTO humidity_level (level, from_pct) VALUES
    ('Dry', 0),
    ('Comfortable', 30),
    ('Humid', 60),
    ('Very humid', 80);

-- What becomes of records

CREATE TABLE event_ledger_1m (
    topic              VARCHAR(249) NOT NULL COMMENT 'Topic of the records.',
    minute             DATETIME(3)  NOT NULL COMMENT 'First instant of the minute of arrival, UTC. 1970-01-01 00:00 has the records whose time of arrival is unknown.',
    received           BIGINT       NOT NULL COMMENT 'Records that got a verdict, 1 or more.',
    accepted           BIGINT       NOT NULL COMMENT 'Records that the tables count, 0 or more.',
    duplicate          BIGINT       NOT NULL COMMENT 'Copies of an earlier record that was not late, 0 or more.',
    late               BIGINT       NOT NULL COMMENT 'Records that arrived more than lateness.limit after their event was known, 0 or more.',
    rejected           BIGINT       NOT NULL COMMENT 'Records that were rejected, 0 or more; each has a record in topic dead-letter.',
    rejected_by_reason JSON         NOT NULL COMMENT 'JSON object of each reason and its number of rejected records, which add up to rejected. Empty object: none was rejected.',
    event_count        BIGINT       NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision           INT          NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete           BOOLEAN      NOT NULL COMMENT 'True when the minute is final.',
    PRIMARY KEY (topic, minute)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Counts of the records of one topic that arrived in one minute, by verdict. Always received = accepted + duplicate + late + rejected. Table: event_ledger_1m.';

CREATE TABLE refused_row (
    table_name VARCHAR(64)   NOT NULL COMMENT 'Table that refused the row; of a bounded run <table>__run_<run_id>.',
    key_hash   BINARY(32)    NOT NULL COMMENT 'SHA-256 of the key columns, because a refused key may be of any length.',
    row_key    TEXT          NOT NULL COMMENT 'Key columns of the row, a JSON object.',
    row_json   LONGTEXT      NOT NULL COMMENT 'Whole row, a JSON object. A text longer than 2,000 characters is cut and ends with its length.',
    code       INT           NOT NULL COMMENT 'Error code of the server, 1 or more; 1153: the row is larger than max_allowed_packet.',
    message    VARCHAR(1000) NOT NULL COMMENT 'Error message of the server.',
    refused_at DATETIME(3)   NOT NULL COMMENT 'Time of the refusal by the database''s clock, UTC.',
    PRIMARY KEY (table_name, key_hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Newest refused row of each key. Deleted when a later row of the key is stored.';

-- Cameras

CREATE TABLE camera_traffic_1m (
    camera_id              VARCHAR(64)  NOT NULL COMMENT 'Identifies the camera, 1 to 64 characters.',
    window_start           DATETIME(3)  NOT NULL COMMENT 'First instant of the minute of captured_at, UTC.',
    frames                 BIGINT       NOT NULL COMMENT 'Accepted frames of the minute, 1 or more. Vehicles per frame are a sum divided by this.',
    bicycle_sum            BIGINT       NOT NULL COMMENT 'Bicycles seen, added over the frames, 0 or more.',
    car_sum                BIGINT       NOT NULL COMMENT 'Cars seen, added over the frames, 0 or more.',
    motorcycle_sum         BIGINT       NOT NULL COMMENT 'Motorcycles seen, added over the frames, 0 or more.',
    bus_sum                BIGINT       NOT NULL COMMENT 'Buses seen, added over the frames, 0 or more.',
    truck_sum              BIGINT       NOT NULL COMMENT 'Trucks seen, added over the frames, 0 or more.',
    vehicle_max            INT          NOT NULL COMMENT 'Most vehicles of all classes in one frame, 0 or more.',
    area_occupancy_ppm_sum BIGINT       NOT NULL COMMENT 'Share of the region of interest that the union of the boxes covers, parts per million, 0 to 1000000 for a frame, added over the frames. A camera without a carriageway_polygon has the whole picture as its region.',
    model_id               VARCHAR(200) NOT NULL COMMENT 'Model that detected the vehicles: its name, an at sign, and the first 12 hex digits of its file''s SHA-256.',
    event_count            BIGINT       NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision               INT          NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete               BOOLEAN      NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (camera_id, window_start),
    KEY camera_traffic_1m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What one camera saw in one minute. Table and dataset: camera_traffic_1m. A minute without frames has no row: missing data is never 0.';

-- Telemetry

CREATE TABLE segment_speed_1m (
    segment_id   VARCHAR(64) NOT NULL COMMENT 'Identifies the segment in its direction of travel, 1 to 64 characters.',
    window_start DATETIME(3) NOT NULL COMMENT 'First instant of the minute of recorded_at, UTC.',
    samples      BIGINT      NOT NULL COMMENT 'Accepted reports matched to the segment, 1 or more. The mean speed is speed_sum_mh divided by this.',
    vehicles     BIGINT      NOT NULL COMMENT 'Different vehicles that sent the samples, 1 or more.',
    speed_sum_mh BIGINT      NOT NULL COMMENT 'Speeds of the samples, each rounded half up to metres per hour, added, 0 or more.',
    speed_max_mh BIGINT      NOT NULL COMMENT 'Greatest speed of a sample, metres per hour, 0 to 300000.',
    p15_kmh      INT         NOT NULL COMMENT '15th percentile of the speed, kilometres per hour, 0 to 300.',
    p50_kmh      INT         NOT NULL COMMENT 'Median speed, kilometres per hour, 0 to 300.',
    p85_kmh      INT         NOT NULL COMMENT '85th percentile of the speed, kilometres per hour, 0 to 300.',
    event_count  BIGINT      NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision     INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete     BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (segment_id, window_start),
    KEY segment_speed_1m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Speed of the traffic on one directed road segment in one minute. Table and dataset: segment_speed_1m. A minute without a matched report has no row. A percentile is the smallest whole km/h such that at least that share of the samples, each rounded half up to whole km/h, is not above it.';

CREATE TABLE telemetry_match_1m (
    window_start  DATETIME(3) NOT NULL COMMENT 'First instant of the minute of recorded_at, UTC.',
    reports       BIGINT      NOT NULL COMMENT 'Accepted reports, 1 or more.',
    matched       BIGINT      NOT NULL COMMENT 'Reports that are samples in segment_speed_1m, 0 or more.',
    without_speed BIGINT      NOT NULL COMMENT 'Reports without a speed, 0 or more. They are matched to no segment.',
    off_road      BIGINT      NOT NULL COMMENT 'Reports without a segment within match.distance-m, 0 or more.',
    wrong_heading BIGINT      NOT NULL COMMENT 'Reports with segments within match.distance-m, none of which runs within match.heading-deg of the report''s heading, 0 or more.',
    event_count   BIGINT      NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision      INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete      BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Results of matching the position reports of one minute to road segments. Always reports = matched + without_speed + off_road + wrong_heading. Table and dataset: telemetry_match_1m.';

CREATE TABLE journey (
    vehicle_id   VARCHAR(64) NOT NULL COMMENT 'Identifies the vehicle, 1 to 64 characters.',
    started_at   DATETIME(3) NOT NULL COMMENT 'recorded_at of the first report, UTC.',
    ended_at     DATETIME(3) NOT NULL COMMENT 'recorded_at of the last report, UTC.',
    distance_m   BIGINT      NOT NULL COMMENT 'Distance travelled, metres, 0 or more: great-circle steps from report to report without the implausible ones, each rounded half up to millimetres, their sum rounded half up to metres.',
    samples      BIGINT      NOT NULL COMMENT 'Reports of the journey, 1 or more.',
    implausible  BIGINT      NOT NULL COMMENT 'Reports that the distance leaves out, 0 or more: each is farther from the last plausible one than 200 m plus 70 m/s for the time between them.',
    speed_avg_mh BIGINT      NULL COMMENT 'Distance in millimetres divided by the time from first to last report, metres per hour rounded down, 0 or more. NULL: a single report.',
    speed_max_mh BIGINT      NULL COMMENT 'Greatest reported speed, rounded half up to metres per hour, 0 to 300000. NULL: no report had a speed.',
    event_count  BIGINT      NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision     INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete     BOOLEAN     NOT NULL COMMENT 'Always true: a journey is written when no report can change it any more.',
    PRIMARY KEY (vehicle_id, started_at),
    KEY journey_by_time (started_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'A trip of a vehicle: its accepted reports without a gap longer than journey.gap. Table and dataset: journey. Final rows only.';

-- Weather

CREATE TABLE weather_10m (
    station_id                  VARCHAR(64) NOT NULL COMMENT 'Identifies the station, 1 to 64 characters.',
    window_start                DATETIME(3) NOT NULL COMMENT 'First instant of the ten minutes of observed_at, UTC.',
    observations                BIGINT      NOT NULL COMMENT 'Accepted observations, 1 or more.',
    temperature_observations    BIGINT      NOT NULL COMMENT 'Observations that measured the air temperature, 0 or more.',
    temperature_milli_c_sum     BIGINT      NULL COMMENT 'Air temperature, thousandths of a degree Celsius, -90000 to 60000 for an observation, added over temperature_observations. NULL: never measured.',
    temperature_milli_c_min     INT         NULL COMMENT 'Lowest air temperature, thousandths of a degree Celsius, -90000 to 60000. NULL: never measured.',
    temperature_milli_c_max     INT         NULL COMMENT 'Highest air temperature, thousandths of a degree Celsius, -90000 to 60000. NULL: never measured.',
    humidity_observations       BIGINT      NOT NULL COMMENT 'Observations that measured the relative humidity, 0 or more.',
    humidity_milli_pct_sum      BIGINT      NULL COMMENT 'Relative humidity, thousandths of a per cent, 0 to 100000 for an observation, added over humidity_observations. NULL: never measured.',
    humidity_milli_pct_min      INT         NULL COMMENT 'Lowest relative humidity, thousandths of a per cent, 0 to 100000. NULL: never measured.',
    humidity_milli_pct_max      INT         NULL COMMENT 'Highest relative humidity, thousandths of a per cent, 0 to 100000. NULL: never measured.',
    wind_observations           BIGINT      NOT NULL COMMENT 'Observations that measured the wind speed, 0 or more.',
    wind_mm_s_sum               BIGINT      NULL COMMENT 'Mean wind speed, millimetres per second, 0 to 120000 for an observation, added over wind_observations. NULL: never measured.',
    wind_mm_s_min               INT         NULL COMMENT 'Lowest mean wind speed, millimetres per second, 0 to 120000. NULL: never measured.',
    wind_mm_s_max               INT         NULL COMMENT 'Highest mean wind speed, millimetres per second, 0 to 120000. NULL: never measured.',
    wind_direction_observations BIGINT      NOT NULL COMMENT 'Observations that measured the wind direction, 0 or more. Calm air has none.',
    wind_from_east_milli_sum    BIGINT      NULL COMMENT 'Sine of the direction that the wind comes from, thousandths, -1000 to 1000 for an observation, added over wind_direction_observations. With the next column it gives the unit vector mean direction. NULL: never measured.',
    wind_from_north_milli_sum   BIGINT      NULL COMMENT 'Cosine of the direction that the wind comes from, thousandths, -1000 to 1000 for an observation, added over wind_direction_observations. NULL: never measured.',
    precipitation_observations  BIGINT      NOT NULL COMMENT 'Observations that measured precipitation, dry ones included, 0 or more.',
    precipitation_um_h_sum      BIGINT      NULL COMMENT 'Precipitation rate, micrometres of water per hour, 0 to 500000 for an observation, added over precipitation_observations; 0 when it was dry. NULL: never measured.',
    precipitation_um_h_min      INT         NULL COMMENT 'Lowest precipitation rate, micrometres of water per hour, 0 to 500000. NULL: never measured.',
    precipitation_um_h_max      INT         NULL COMMENT 'Highest precipitation rate, micrometres of water per hour, 0 to 500000. NULL: never measured.',
    `condition`                 VARCHAR(16) NOT NULL COMMENT 'Most severe condition of the window; rising severity: OTHER, CLEAR, CLOUDS, DRIZZLE, RAIN, FOG, SNOW, THUNDERSTORM.',
    humidex_milli               INT         NULL COMMENT 'Humidex of the mean temperature and mean humidity, thousandths, 21000 or more. NULL: below 20 degrees Celsius, less than 1 above the temperature, or one of the two was never measured.',
    heat_index_milli_c          INT         NULL COMMENT 'Heat index of the mean temperature and mean humidity, thousandths of a degree Celsius, 25000 or more. NULL: the formula does not hold (below 80 degrees Fahrenheit, above 50 degrees Celsius, or air too dry for it), or one of the two was never measured.',
    event_count                 BIGINT      NOT NULL COMMENT 'Events counted in the row, 1 or more; part of the guard against older rows.',
    revision                    INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete                    BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (station_id, window_start),
    KEY weather_10m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What one weather station observed in ten minutes. Table and dataset: weather_10m. Ten minutes without observations have no row: missing data is never 0. An average is a sum divided by its own count.';

-- Accidents

CREATE TABLE accident (
    accident_id                 VARCHAR(64) NOT NULL COMMENT 'Identifies the accident, 1 to 64 characters.',
    first_seen                  DATETIME(3) NOT NULL COMMENT 'reported_at of the first report, UTC.',
    reported_at                 DATETIME(3) NOT NULL COMMENT 'reported_at of the newest report, UTC. All columns up to description are from that report.',
    occurred_at                 DATETIME(3) NOT NULL COMMENT 'Time at which the accident happened, UTC.',
    latitude                    DOUBLE      NOT NULL COMMENT 'Place of the accident, WGS 84 degrees, -90 to 90.',
    longitude                   DOUBLE      NOT NULL COMMENT 'Place of the accident, WGS 84 degrees, -180 to 180.',
    zone_id                     VARCHAR(16) NOT NULL COMMENT 'Zone in which the accident happened: H3 cell of resolution 8, 15 hex digits.',
    segment_id                  VARCHAR(64) NULL COMMENT 'Nearest directed road segment within match.distance-m; of equally near ones the first. NULL: no segment is that near.',
    severity                    VARCHAR(16) NOT NULL COMMENT 'Worst injury: SLIGHT, SERIOUS, FATAL or UNKNOWN.',
    kind                        VARCHAR(16) NOT NULL COMMENT 'Kind of incident: COLLISION, FIRE, MEDICAL, POLICE or OTHER.',
    status                      VARCHAR(16) NOT NULL COMMENT 'State of the accident: ACTIVE until the road is clear again, then RESOLVED.',
    resolved_at                 DATETIME(3) NULL COMMENT 'reported_at of the first RESOLVED report since the last ACTIVE one, UTC. NULL: the accident is active.',
    vehicles                    INT         NULL COMMENT 'Vehicles involved, 0 to 1000. NULL: not reported.',
    casualties                  INT         NULL COMMENT 'People hurt or killed, 0 to 10000. NULL: not reported.',
    pedestrians                 INT         NULL COMMENT 'Pedestrians among the casualties, 0 to casualties. NULL: not reported.',
    cycles                      INT         NULL COMMENT 'Pedal cycles among the vehicles, 0 to vehicles. NULL: not reported.',
    road_condition              MEDIUMTEXT  NULL COMMENT 'Road surface in the reporter''s words, without blanks at its ends, at most 2000 characters. NULL: not reported.',
    visibility                  MEDIUMTEXT  NULL COMMENT 'Light and visibility in the reporter''s words, without blanks at its ends, at most 2000 characters. NULL: not reported.',
    speed_limit_kmh             INT         NULL COMMENT 'Speed limit at the place, kilometres per hour, 5 to 200. NULL: not reported.',
    authority                   MEDIUMTEXT  NULL COMMENT 'Reporting authority, without blanks at the ends, at most 2000 characters. NULL: not reported.',
    description                 MEDIUMTEXT  NULL COMMENT 'Free text, without blanks at its ends, at most 2000 characters. NULL: none.',
    weather_station_id          VARCHAR(64) NULL COMMENT 'Station that observed the weather below. NULL: no station within 25 km observed in the 60 minutes before occurred_at.',
    weather_observed_at         DATETIME(3) NULL COMMENT 'Time of the observation, not after occurred_at, UTC. NULL: no weather.',
    weather_distance_m          INT         NULL COMMENT 'Distance from the accident to the station, whole metres, 0 to 25000. NULL: no weather.',
    weather_condition           VARCHAR(16) NULL COMMENT 'Weather in one word: CLEAR, CLOUDS, DRIZZLE, RAIN, SNOW, FOG, THUNDERSTORM or OTHER. NULL: no weather.',
    weather_temperature_milli_c INT         NULL COMMENT 'Air temperature, thousandths of a degree Celsius, -90000 to 60000. NULL: not measured, or no weather.',
    weather_humidity_milli_pct  INT         NULL COMMENT 'Relative humidity, thousandths of a per cent, 0 to 100000. NULL: not measured, or no weather.',
    weather_wind_mm_s           INT         NULL COMMENT 'Mean wind speed, millimetres per second, 0 to 120000. NULL: not measured, or no weather.',
    weather_precipitation_um_h  INT         NULL COMMENT 'Precipitation rate, micrometres of water per hour, 0 to 500000; 0 when it was dry. NULL: not measured, or no weather.',
    weather_visibility_m        INT         NULL COMMENT 'Meteorological visibility, whole metres, 0 to 100000. NULL: not measured, or no weather.',
    event_count                 BIGINT      NOT NULL COMMENT 'Reports on the accident, 1 or more; part of the guard against older rows.',
    revision                    INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete                    BOOLEAN     NOT NULL COMMENT 'True when no report can change the row any more.',
    PRIMARY KEY (accident_id),
    KEY accident_by_time (occurred_at),
    KEY accident_by_zone (zone_id, occurred_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'One accident: its newest report, with the zone, the road segment and the weather of its place and time. Table and dataset: accident.';

CREATE TABLE accident_1h (
    zone_id      VARCHAR(16) NOT NULL COMMENT 'Zone: H3 cell of resolution 8, 15 hex digits.',
    window_start DATETIME(3) NOT NULL COMMENT 'First instant of the hour of occurred_at, UTC.',
    severity     VARCHAR(16) NOT NULL COMMENT 'Worst injury: SLIGHT, SERIOUS, FATAL or UNKNOWN.',
    accidents    BIGINT      NOT NULL COMMENT 'Accidents that are here by their newest report, 0 or more.',
    vehicles     BIGINT      NULL COMMENT 'Vehicles involved, added over the accidents that report them, 0 or more. NULL: there are accidents, and none reports them.',
    casualties   BIGINT      NULL COMMENT 'People hurt or killed, added over the accidents that report them, 0 or more. NULL: there are accidents, and none reports them.',
    event_count  BIGINT      NOT NULL COMMENT 'Reports on all accidents that any report put here, 1 or more; part of the guard against older rows.',
    revision     INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete     BOOLEAN     NOT NULL COMMENT 'True when no report can change the row any more.',
    PRIMARY KEY (zone_id, window_start, severity),
    KEY accident_1h_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Accidents of one zone, hour and severity, each counted where its newest report puts it. Table and dataset: accident_1h. A combination that some report named keeps its row, possibly with no accident left in it.';

-- Conditions

CREATE TABLE road_conditions_5m (
    zone_id                     VARCHAR(16) NOT NULL COMMENT 'Zone: H3 cell of resolution 8, 15 hex digits.',
    window_start                DATETIME(3) NOT NULL COMMENT 'First instant of the five minutes, UTC.',
    frames                      BIGINT      NOT NULL COMMENT 'Accepted frames of the cameras in the zone, 0 or more.',
    vehicle_sum                 BIGINT      NULL COMMENT 'Vehicles in those frames, added, 0 or more. NULL: no frame.',
    samples                     BIGINT      NOT NULL COMMENT 'Reports of motor vehicles on segments of the zone whose free-flow speed is known, 0 or more.',
    vehicles                    BIGINT      NULL COMMENT 'Different vehicles that sent the samples, 1 or more. NULL: no sample.',
    p50_kmh                     INT         NULL COMMENT 'Median speed of the samples, whole kilometres per hour, 0 to 300, nearest rank. NULL: no sample.',
    free_flow_sum_mh            BIGINT      NULL COMMENT 'Free-flow speed of each sample''s segment, metres per hour, added over the samples, 0 or more. NULL: no sample.',
    level_of_service            CHAR(1)     NULL COMMENT 'A to F: p50_kmh as a share of the mean free-flow speed (HCM 2010, Exhibit 17-2). NULL: no sample.',
    active_accidents            BIGINT      NOT NULL COMMENT 'Accidents in the zone that were active at some time of the window by their reports, 0 or more.',
    weather_station_id          VARCHAR(64) NULL COMMENT 'Station that observed the weather below. NULL: no station within 25 km observed in the 60 minutes before the window''s end.',
    weather_observed_at         DATETIME(3) NULL COMMENT 'Time of the observation, UTC. NULL: no weather.',
    weather_distance_m          INT         NULL COMMENT 'Distance from the zone''s centre to the station, whole metres, 0 to 25000. NULL: no weather.',
    weather_condition           VARCHAR(16) NULL COMMENT 'Weather in one word: CLEAR, CLOUDS, DRIZZLE, RAIN, SNOW, FOG, THUNDERSTORM or OTHER. NULL: no weather.',
    weather_temperature_milli_c INT         NULL COMMENT 'Air temperature, thousandths of a degree Celsius, -90000 to 60000. NULL: not measured, or no weather.',
    weather_humidity_milli_pct  INT         NULL COMMENT 'Relative humidity, thousandths of a per cent, 0 to 100000. NULL: not measured, or no weather.',
    weather_wind_mm_s           INT         NULL COMMENT 'Mean wind speed, millimetres per second, 0 to 120000. NULL: not measured, or no weather.',
    weather_precipitation_um_h  INT         NULL COMMENT 'Precipitation rate, micrometres of water per hour, 0 to 500000; 0 when it was dry. NULL: not measured, or no weather.',
    weather_visibility_m        INT         NULL COMMENT 'Meteorological visibility, whole metres, 0 to 100000. NULL: not measured, or no weather.',
    event_count                 BIGINT      NOT NULL COMMENT 'Frames, samples, reports on accidents that some report put in the zone, and observations of the last hour, 1 or more; part of the guard against older rows.',
    revision                    INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete                    BOOLEAN     NOT NULL COMMENT 'True when the window is final.',
    PRIMARY KEY (zone_id, window_start),
    KEY road_conditions_5m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Conditions of the roads of one zone in five minutes: cameras, vehicles, accidents and weather together. Table and dataset: road_conditions_5m. No row where no frame, no speed sample and no report on an accident came.';

-- Alerts

CREATE TABLE alert (
    alert_id        VARCHAR(16) NOT NULL COMMENT 'Hash of source_table, rule_id, rule_version, site_id and raised_at, 16 hex digits.',
    kind            VARCHAR(16) NOT NULL COMMENT 'Kind of rule: threshold or silent.',
    rule_id         VARCHAR(64) NOT NULL COMMENT 'Rule that raised the alert.',
    rule_version    INT         NOT NULL COMMENT 'Version of the rule, 1 or more.',
    source_table    VARCHAR(64) NOT NULL COMMENT 'Table whose rows the rule watches.',
    metric          VARCHAR(64) NULL COMMENT 'Metric that the rule compares; its name ends with the unit. NULL: the kind is silent.',
    site_id         VARCHAR(64) NOT NULL COMMENT 'Camera, segment, station, zone or counting site.',
    raised_at       DATETIME(3) NOT NULL COMMENT 'End of the window that raised the alert, or the time from which the site counted as silent, UTC.',
    cleared_at      DATETIME(3) NULL COMMENT 'End of the window that cleared the alert, or of the rule''s version, UTC. NULL: the alert is still raised.',
    value_milli     BIGINT      NULL COMMENT 'Metric in the window that raised the alert, thousandths of its unit, any whole number. NULL: the kind is silent.',
    threshold_milli BIGINT      NOT NULL COMMENT 'Threshold of the rule, thousandths of the metric''s unit, any whole number; for silent the minutes without a row, in thousandths of a minute.',
    event_count     BIGINT      NOT NULL COMMENT '1 when the alert is raised, 2 when it is cleared; part of the guard against older rows.',
    revision        INT         NOT NULL COMMENT '0 unless a correcting replay wrote the row, then 1 or more; a higher revision replaces a lower one.',
    complete        BOOLEAN     NOT NULL COMMENT 'True when the alert is cleared.',
    PRIMARY KEY (alert_id),
    KEY alert_by_time (raised_at),
    KEY alert_by_site (source_table, site_id, raised_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'An alert of record. Table and dataset: alert. The table has one row for an alert; the dataset has one row when it is raised and one when it is cleared.';

-- Bounded runs, and what revisions changed in the tables. Nothing here is deleted: the lines of published runs say which rows
-- an older run must leave out.

CREATE TABLE run (
    run_id       BIGINT      NOT NULL AUTO_INCREMENT COMMENT 'Identifies the run, 1 or more.',
    job          VARCHAR(64) NOT NULL COMMENT 'Job that ran.',
    range_from   DATETIME(3) NOT NULL COMMENT 'First instant of the range, UTC.',
    range_to     DATETIME(3) NOT NULL COMMENT 'First instant after the range, UTC.',
    revision     INT         NULL COMMENT 'Revision of the run''s rows, 1 or more. NULL: the run revises nothing, and its rows have revision 0.',
    state        VARCHAR(16) NOT NULL COMMENT 'State of the run: running, published or failed.',
    begun_at     DATETIME(3) NOT NULL COMMENT 'Start of the run by the database''s clock, UTC.',
    published_at DATETIME(3) NULL COMMENT 'Publication by the database''s clock, UTC. NULL: not published.',
    PRIMARY KEY (run_id),
    UNIQUE KEY run_by_revision (revision)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Bounded runs. Each computed a range of the past again.';

CREATE TABLE run_table (
    run_id          BIGINT       NOT NULL COMMENT 'Run, 1 or more.',
    table_name      VARCHAR(64)  NOT NULL COMMENT 'Table that the run covers.',
    rows_added      BIGINT       NULL COMMENT 'Rows that the table did not have, 0 or more. NULL: not published.',
    rows_replaced   BIGINT       NULL COMMENT 'Rows that differ in a column other than event_count, revision and complete, 0 or more. NULL: not published.',
    rows_kept       BIGINT       NULL COMMENT 'Computed rows that the table has already, or has newer, 0 or more. NULL: not published.',
    rows_removed    BIGINT       NULL COMMENT 'Rows of lower revisions that the run did not find again, 0 or more. NULL: not published.',
    PRIMARY KEY (run_id, table_name),
    KEY run_table_by_name (table_name),
    CONSTRAINT run_table_of_run FOREIGN KEY (run_id) REFERENCES run (run_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Tables that a run covers, and what the run changed in them.';

CREATE TABLE publication (
    turn   TINYINT NOT NULL COMMENT 'Always 1.',
    run_id BIGINT  NULL COMMENT 'Run that was published last, 1 or more. NULL: none yet.',
    PRIMARY KEY (turn)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'A single row that a run locks while it publishes, so that runs publish one after the other.';

INSERT INTO publication (turn) VALUES (1);

CREATE TABLE correction (
    revision   INT          NOT NULL COMMENT 'Revision that changed the row, 1 or more.',
    table_name VARCHAR(64)  NOT NULL COMMENT 'Table of the row.',
    row_key    VARCHAR(512) NOT NULL COMMENT 'Key columns of the row, a JSON object.',
    old_row    JSON         NULL COMMENT 'Whole row before, a JSON object. NULL: the row was added.',
    new_row    JSON         NULL COMMENT 'Whole row after, a JSON object. NULL: the row was removed.',
    PRIMARY KEY (revision, table_name, row_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Rows that a revision added, replaced or removed. Rows that differ only in event_count, revision and complete are not in it.';

-- The lake

CREATE TABLE lake_partition (
    dataset    VARCHAR(64) NOT NULL COMMENT 'Dataset, a folder of the lake.',
    dt         DATE        NOT NULL COMMENT 'Day of the rows'' time, UTC.',
    hour       TINYINT     NOT NULL COMMENT 'Hour of the rows'' time, 0 to 23, UTC.',
    state      VARCHAR(16) NOT NULL COMMENT 'State of the hour. open: rows still come. final: only late events and corrections still come. compacting: final, and rows may be seen twice while small files are merged. compacted: final, and its small files are merged.',
    files      INT         NOT NULL COMMENT 'Finished files, 0 or more.',
    rows_count BIGINT      NOT NULL COMMENT 'Rows in the files, 0 or more: every revision of final rows, and late events too.',
    bytes      BIGINT      NOT NULL COMMENT 'Size of the files, bytes, 0 or more.',
    checked_at DATETIME(3) NOT NULL COMMENT 'Time at which the files were listed, by the database''s clock, UTC.',
    PRIMARY KEY (dataset, dt, hour)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Hours of the lake, as the last daily run found them.';
