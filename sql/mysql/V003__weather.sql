-- Weather by station and ten minutes, what a station is, and the weather in words. Times are UTC.

CREATE TABLE station (
    station_id VARCHAR(64)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    latitude   DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    longitude  DOUBLE       NOT NULL COMMENT 'WGS 84 degrees',
    PRIMARY KEY (station_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin COMMENT 'Reference data: the weather stations';

CREATE TABLE weather_10m (
    station_id                  VARCHAR(64) NOT NULL,
    window_start                DATETIME(3) NOT NULL COMMENT 'first instant of the ten minutes of observed_at, UTC',
    observations                BIGINT      NOT NULL COMMENT 'accepted observations; the count of temperature and humidity',
    temperature_milli_c_sum     BIGINT      NOT NULL COMMENT 'air temperature, thousandths of a degree Celsius, added over observations',
    temperature_milli_c_min     INT         NOT NULL COMMENT 'thousandths of a degree Celsius',
    temperature_milli_c_max     INT         NOT NULL COMMENT 'thousandths of a degree Celsius',
    humidity_milli_pct_sum      BIGINT      NOT NULL COMMENT 'relative humidity, thousandths of a per cent, added over observations',
    humidity_milli_pct_min      INT         NOT NULL COMMENT 'thousandths of a per cent',
    humidity_milli_pct_max      INT         NOT NULL COMMENT 'thousandths of a per cent',
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

-- NULL wherever a quantity was not measured, a formula does not hold or the directions cancel out.
CREATE VIEW v_weather AS
SELECT
    m.station_id,
    s.name AS station_name,
    m.window_start,
    m.observations,
    m.temperature_c,
    m.temperature_min_c,
    m.temperature_max_c,
    m.humidity_pct,
    (SELECT l.level
       FROM humidity_level l
      WHERE l.from_pct <= m.humidity_pct
      ORDER BY l.from_pct DESC
      LIMIT 1) AS humidity_class,
    m.wind_speed_ms,
    m.wind_speed_max_ms,
    m.wind_direction_deg,
    -- eight sectors of 45 degrees, the first one around north
    ELT(1 + MOD(FLOOR((m.wind_direction_deg + 22.5) / 45), 8),
        'North', 'North-east', 'East', 'South-east', 'South', 'South-west', 'West', 'North-west') AS wind_direction,
    m.precipitation_mm_h,
    m.precipitation_max_mm_h,
    m.`condition`,
    m.humidex,
    (SELECT l.level
       FROM comfort_level l
      WHERE l.from_humidex_milli <= m.humidex_milli
      ORDER BY l.from_humidex_milli DESC
      LIMIT 1) AS comfort,
    m.heat_index_c,
    m.complete
FROM (
    SELECT
        station_id,
        window_start,
        observations,
        temperature_milli_c_sum / observations / 1000 AS temperature_c,
        temperature_milli_c_min / 1000 AS temperature_min_c,
        temperature_milli_c_max / 1000 AS temperature_max_c,
        humidity_milli_pct_sum / observations / 1000 AS humidity_pct,
        wind_mm_s_sum / wind_observations / 1000 AS wind_speed_ms,
        wind_mm_s_max / 1000 AS wind_speed_max_ms,
        CASE WHEN wind_from_east_milli_sum <> 0 OR wind_from_north_milli_sum <> 0 THEN
            MOD(DEGREES(ATAN2(wind_from_east_milli_sum, wind_from_north_milli_sum)) + 360, 360)
        END AS wind_direction_deg,
        precipitation_um_h_sum / precipitation_observations / 1000 AS precipitation_mm_h,
        precipitation_um_h_max / 1000 AS precipitation_max_mm_h,
        `condition`,
        humidex_milli,
        humidex_milli / 1000 AS humidex,
        heat_index_milli_c / 1000 AS heat_index_c,
        complete
    FROM weather_10m
) m
LEFT JOIN station s ON s.station_id = m.station_id;
