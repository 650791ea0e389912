-- What the roads of each zone are like. Times are UTC.

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
    weather_temperature_milli_c INT         NULL COMMENT 'thousandths of a degree Celsius',
    weather_humidity_milli_pct  INT         NULL COMMENT 'thousandths of a per cent',
    weather_wind_mm_s           INT         NULL COMMENT 'millimetres per second; NULL: not measured',
    weather_precipitation_um_h  INT         NULL COMMENT 'micrometres of water per hour; NULL: not measured',
    weather_visibility_m        INT         NULL COMMENT 'metres; NULL: not measured',
    event_count                 BIGINT      NOT NULL COMMENT 'frames, samples, reports on accidents of the zone, observations of the last hour',
    revision                    INT         NOT NULL,
    complete                    BOOLEAN     NOT NULL COMMENT 'the window is final',
    PRIMARY KEY (zone_id, window_start),
    KEY road_conditions_5m_by_time (window_start)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'What the roads of each zone were like, by five minutes; no row where nothing was reported';

CREATE VIEW v_road_conditions AS
SELECT
    zone_id,
    window_start,
    frames,
    vehicle_sum / frames AS vehicles_per_frame,
    samples,
    vehicles,
    p50_kmh,
    free_flow_sum_mh / samples / 1000 AS free_flow_kmh,
    p50_kmh * 100000 * samples / free_flow_sum_mh AS speed_ratio_pct,
    level_of_service,
    active_accidents,
    weather_station_id,
    weather_observed_at,
    weather_distance_m / 1000 AS weather_distance_km,
    weather_condition,
    weather_temperature_milli_c / 1000 AS weather_temperature_c,
    weather_humidity_milli_pct / 1000 AS weather_humidity_pct,
    weather_wind_mm_s / 1000 AS weather_wind_speed_ms,
    weather_precipitation_um_h / 1000 AS weather_precipitation_mm_h,
    weather_visibility_m / 1000 AS weather_visibility_km,
    complete
FROM road_conditions_5m;
