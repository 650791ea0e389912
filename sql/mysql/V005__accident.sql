-- Accidents, and how many there are by zone, hour and severity. Times are UTC.

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
    weather_temperature_milli_c INT         NULL COMMENT 'thousandths of a degree Celsius',
    weather_humidity_milli_pct  INT         NULL COMMENT 'thousandths of a per cent',
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

CREATE VIEW v_accident AS
SELECT
    a.accident_id,
    a.occurred_at,
    a.first_seen,
    a.reported_at,
    a.status,
    a.resolved_at,
    TIMESTAMPDIFF(SECOND, a.occurred_at, a.resolved_at) / 60 AS duration_min,
    a.severity,
    a.kind,
    a.latitude,
    a.longitude,
    a.zone_id,
    a.segment_id,
    s.name AS street_name,
    a.vehicles,
    a.casualties,
    a.pedestrians,
    a.cycles,
    a.road_condition,
    a.visibility,
    a.speed_limit_kmh,
    a.authority,
    a.description,
    a.weather_station_id,
    w.name AS weather_station_name,
    a.weather_observed_at,
    a.weather_distance_m / 1000 AS weather_distance_km,
    a.weather_condition,
    a.weather_temperature_milli_c / 1000 AS weather_temperature_c,
    a.weather_humidity_milli_pct / 1000 AS weather_humidity_pct,
    a.weather_wind_mm_s / 1000 AS weather_wind_speed_ms,
    a.weather_precipitation_um_h / 1000 AS weather_precipitation_mm_h,
    a.weather_visibility_m / 1000 AS weather_visibility_km,
    a.complete
FROM accident a
LEFT JOIN segment s
    ON s.segment_id = a.segment_id
    AND s.valid_from <= a.occurred_at
    AND (s.valid_to IS NULL OR a.occurred_at < s.valid_to)
LEFT JOIN station w ON w.station_id = a.weather_station_id;

CREATE VIEW v_accident_1h AS
SELECT
    zone_id,
    window_start,
    severity,
    accidents,
    vehicles,
    casualties,
    vehicles / accidents AS vehicles_per_accident,
    casualties / accidents AS casualties_per_accident,
    complete
FROM accident_1h;
