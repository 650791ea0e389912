-- What each station observed in each ten minutes: table weather_10m when every window is final.
--
-- Promises: every accepted observation is in its station's window once. A window without accepted observations has no row,
-- and what was never measured in a window is NULL in its row. How warm the air feels is computed here from the formulas as
-- they were published, in doubles and with this database's own functions. So that rounding and bounds come out the same
-- wherever they are computed, a value within 1e-9 degrees of a bound or of a half thousandth counts as on it.
--
-- From: verdict.

CREATE OR REPLACE MACRO thousandths(x) AS floor(x * 1000 + 0.5)::BIGINT;

CREATE OR REPLACE MACRO severities() AS
    ['OTHER', 'CLEAR', 'CLOUDS', 'DRIZZLE', 'RAIN', 'FOG', 'SNOW', 'THUNDERSTORM'];

-- dew point in degrees Celsius by the Magnus formula over water (WMO-No. 8, annex 4.B)
CREATE OR REPLACE MACRO magnus(t, rh) AS ln(rh / 100) + 17.62 * t / (243.12 + t);
CREATE OR REPLACE MACRO dew_point(t, rh) AS 243.12 * magnus(t, rh) / (17.62 - magnus(t, rh));

-- what humidity adds to the temperature (Masterton and Richardson, 1979)
CREATE OR REPLACE MACRO humidex_above(t, rh) AS
    0.5555 * (6.11 * exp(5417.7530 * (1 / 273.15 - 1 / (273.15 + dew_point(t, rh)))) - 10);

-- in degrees Fahrenheit (Rothfusz, SR 90-23, 1990, with the adjustments of the US National Weather Service)
CREATE OR REPLACE MACRO simple_heat_index(t, rh) AS 0.5 * (t + 61 + (t - 68) * 1.2 + rh * 0.094);
CREATE OR REPLACE MACRO heat_index(t, rh) AS
    -42.379 + 2.04901523 * t + 10.14333127 * rh - 0.22475541 * t * rh - 0.00683783 * t * t - 0.05481717 * rh * rh
    + 0.00122874 * t * t * rh + 0.00085282 * t * rh * rh - 0.00000199 * t * t * rh * rh
    - CASE WHEN rh < 13 AND t <= 112 THEN (13 - rh) / 4 * sqrt((17 - abs(t - 95)) / 17) ELSE 0 END
    + CASE WHEN rh > 85 AND t <= 87 THEN (rh - 85) / 10 * ((87 - t) / 5) ELSE 0 END;

CREATE OR REPLACE VIEW weather_10m AS
WITH observation AS (
    SELECT
        station_id,
        observed_at_ms // 600000 * 600000 AS start_ms,
        thousandths(temperature_c) AS temperature,
        thousandths(humidity_pct) AS humidity,
        thousandths(wind_speed_ms) AS wind,
        thousandths(sin(wind_direction_deg / 180 * pi())) AS from_east,
        thousandths(cos(wind_direction_deg / 180 * pi())) AS from_north,
        thousandths(precipitation_mm_h) AS precipitation,
        list_position(severities(), condition) AS severity
    FROM verdict
    WHERE verdict = 'accepted'
),
total AS (
    SELECT
        station_id,
        epoch_ms(start_ms) AS window_start,
        count(*) AS observations,
        count(temperature) AS temperature_observations,
        sum(temperature)::BIGINT AS temperature_milli_c_sum,
        min(temperature)::INTEGER AS temperature_milli_c_min,
        max(temperature)::INTEGER AS temperature_milli_c_max,
        count(humidity) AS humidity_observations,
        sum(humidity)::BIGINT AS humidity_milli_pct_sum,
        min(humidity)::INTEGER AS humidity_milli_pct_min,
        max(humidity)::INTEGER AS humidity_milli_pct_max,
        count(wind) AS wind_observations,
        sum(wind)::BIGINT AS wind_mm_s_sum,
        min(wind)::INTEGER AS wind_mm_s_min,
        max(wind)::INTEGER AS wind_mm_s_max,
        count(from_east) AS wind_direction_observations,
        sum(from_east)::BIGINT AS wind_from_east_milli_sum,
        sum(from_north)::BIGINT AS wind_from_north_milli_sum,
        count(precipitation) AS precipitation_observations,
        sum(precipitation)::BIGINT AS precipitation_um_h_sum,
        min(precipitation)::INTEGER AS precipitation_um_h_min,
        max(precipitation)::INTEGER AS precipitation_um_h_max,
        severities()[max(severity)] AS condition
    FROM observation
    GROUP BY station_id, start_ms
),
felt AS (
    SELECT
        station_id,
        window_start,
        temperature_milli_c_sum / (1000.0::DOUBLE * temperature_observations) AS celsius,
        celsius * 9 / 5 + 32 AS fahrenheit,
        humidity_milli_pct_sum / (1000.0::DOUBLE * humidity_observations) AS humidity,
        -- air without any water has no dew point
        CASE WHEN humidity > 0 THEN humidex_above(celsius, humidity) END AS above
    FROM total
)
SELECT
    t.*,
    CASE
        WHEN celsius >= 20 - 1e-9 AND above >= 1 - 1e-9 THEN thousandths(celsius + above + 1e-9)::INTEGER
    END AS humidex_milli,
    CASE
        WHEN fahrenheit >= 80 - 1e-9
            AND (simple_heat_index(fahrenheit, humidity) + fahrenheit) / 2 >= 80 - 1e-9
            AND celsius <= 50 + 1e-9
        THEN thousandths((heat_index(fahrenheit, humidity) - 32) * 5 / 9 + 1e-9)::INTEGER
    END AS heat_index_milli_c,
    observations AS event_count,
    0 AS revision,
    1 AS complete
FROM total t
JOIN felt USING (station_id, window_start);
