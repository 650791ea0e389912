-- Views of the weather for people and reports. Times are UTC.

-- NULL if a quantity was not measured, a formula does not apply, or the wind directions cancel out.
CREATE OR REPLACE VIEW v_weather AS
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
        temperature_milli_c_sum / temperature_observations / 1000 AS temperature_c,
        temperature_milli_c_min / 1000 AS temperature_min_c,
        temperature_milli_c_max / 1000 AS temperature_max_c,
        humidity_milli_pct_sum / humidity_observations / 1000 AS humidity_pct,
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

-- Days and parts of day. The join order and the index are fixed, so that each period reads its own rows by their time;
-- the bounds skip periods without rows. Unknown sites, and sites whose zone has no periods yet, use UTC.
CREATE OR REPLACE VIEW weather_period AS
SELECT
    t.station_id,
    s.name AS station_name,
    p.part_of_day,
    p.local_date,
    p.time_zone,
    TIMESTAMPDIFF(MINUTE, p.utc_from, p.utc_until) AS minutes,
    10 * COUNT(*) AS minutes_with_data,
    10 * SUM(t.complete) AS minutes_final,
    SUM(t.observations) AS observations,
    SUM(t.temperature_observations) AS temperature_observations,
    SUM(t.temperature_milli_c_sum) / 1000 AS temperature_sum_c,
    MIN(t.temperature_milli_c_min) / 1000 AS temperature_min_c,
    MAX(t.temperature_milli_c_max) / 1000 AS temperature_max_c,
    SUM(t.humidity_observations) AS humidity_observations,
    SUM(t.humidity_milli_pct_sum) / 1000 AS humidity_sum_pct,
    SUM(t.wind_observations) AS wind_observations,
    SUM(t.wind_mm_s_sum) / 1000 AS wind_speed_sum_ms,
    MAX(t.wind_mm_s_max) / 1000 AS wind_speed_max_ms,
    CASE WHEN SUM(t.wind_from_east_milli_sum) <> 0 OR SUM(t.wind_from_north_milli_sum) <> 0 THEN
        MOD(DEGREES(ATAN2(SUM(t.wind_from_east_milli_sum), SUM(t.wind_from_north_milli_sum))) + 360, 360)
    END AS wind_direction_deg,
    SUM(t.precipitation_observations) AS precipitation_observations,
    SUM(t.precipitation_um_h_sum) / 1000 AS precipitation_sum_mm_h,
    MAX(t.precipitation_um_h_max) / 1000 AS precipitation_max_mm_h,
    ELT(MAX(FIELD(t.`condition`,
            'OTHER', 'CLEAR', 'CLOUDS', 'DRIZZLE', 'RAIN', 'FOG', 'SNOW', 'THUNDERSTORM')),
        'OTHER', 'CLEAR', 'CLOUDS', 'DRIZZLE', 'RAIN', 'FOG', 'SNOW', 'THUNDERSTORM') AS worst_condition,
    MAX(t.humidex_milli) / 1000 AS humidex_max,
    MAX(t.heat_index_milli_c) / 1000 AS heat_index_max_c
FROM local_period p
STRAIGHT_JOIN weather_10m t FORCE INDEX (weather_10m_by_time)
    ON t.window_start >= p.utc_from AND t.window_start < p.utc_until
LEFT JOIN station s ON s.station_id = t.station_id
LEFT JOIN time_zone z ON z.time_zone = s.time_zone AND z.periods_of IS NOT NULL
WHERE p.time_zone = COALESCE(z.time_zone, 'UTC')
    AND p.utc_until > (SELECT MIN(window_start) FROM weather_10m)
    AND p.utc_from <= (SELECT MAX(window_start) FROM weather_10m)
GROUP BY t.station_id, s.name, p.part_of_day, p.local_date, p.time_zone, p.utc_from, p.utc_until;

CREATE OR REPLACE VIEW v_weather_daily AS
SELECT
    station_id,
    station_name,
    local_date,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    observations,
    temperature_observations,
    temperature_sum_c,
    temperature_sum_c / temperature_observations AS temperature_mean_c,
    temperature_min_c,
    temperature_max_c,
    humidity_observations,
    humidity_sum_pct,
    humidity_sum_pct / humidity_observations AS humidity_mean_pct,
    wind_observations,
    wind_speed_sum_ms,
    wind_speed_sum_ms / wind_observations AS wind_speed_mean_ms,
    wind_speed_max_ms,
    wind_direction_deg,
    precipitation_observations,
    precipitation_sum_mm_h,
    precipitation_sum_mm_h / precipitation_observations AS precipitation_mean_mm_h,
    precipitation_max_mm_h,
    worst_condition,
    humidex_max,
    heat_index_max_c
FROM weather_period
WHERE part_of_day = 'day';

CREATE OR REPLACE VIEW v_weather_part_of_day AS
SELECT
    station_id,
    station_name,
    local_date,
    part_of_day,
    (FIELD(part_of_day, 'night', 'morning', 'afternoon', 'evening') - 1) * 6 AS from_hour,
    time_zone,
    minutes,
    minutes_with_data,
    minutes_final,
    100 * minutes_with_data / minutes AS coverage_pct,
    100 * minutes_final / minutes_with_data AS final_pct,
    observations,
    temperature_observations,
    temperature_sum_c,
    temperature_sum_c / temperature_observations AS temperature_mean_c,
    temperature_min_c,
    temperature_max_c,
    humidity_observations,
    humidity_sum_pct,
    humidity_sum_pct / humidity_observations AS humidity_mean_pct,
    wind_observations,
    wind_speed_sum_ms,
    wind_speed_sum_ms / wind_observations AS wind_speed_mean_ms,
    wind_speed_max_ms,
    wind_direction_deg,
    precipitation_observations,
    precipitation_sum_mm_h,
    precipitation_sum_mm_h / precipitation_observations AS precipitation_mean_mm_h,
    precipitation_max_mm_h,
    worst_condition,
    humidex_max,
    heat_index_max_c
FROM weather_period
WHERE part_of_day <> 'day';
