-- The weather of a time and place.
--
-- Promises: of the stations within 25 km that observed in the 60 minutes up to the time, the nearest in whole metres is taken,
-- of equally near ones the first by station_id; and of its observations the newest. Where there is none, there is no row. A
-- distance is that of the great circle by the haversine formula on a sphere of 6,371,008.8 m.
--
-- From: weather.verdict, the verdicts on topic weather, which is judged in a schema of its own; and what is asked, the name of a
-- table or view with columns latitude, longitude and at_ms.

-- The accepted records of topic weather.
CREATE OR REPLACE VIEW observation AS FROM weather.verdict WHERE verdict = 'accepted';

CREATE OR REPLACE MACRO thousandths(x) AS floor(x * 1000 + 0.5)::INTEGER;

CREATE OR REPLACE MACRO weather_at(asked) AS TABLE
WITH newest AS (
    SELECT a.latitude, a.longitude, a.at_ms, max_by(o, o.observed_at_ms) AS seen
    FROM query_table(asked) a
    JOIN observation o ON o.observed_at_ms BETWEEN a.at_ms - 3600000 AND a.at_ms
    GROUP BY a.latitude, a.longitude, a.at_ms, o.station_id
),
placed AS (
    SELECT
        *,
        sin(radians(seen.latitude - latitude) / 2) ** 2
            + cos(radians(latitude)) * cos(radians(seen.latitude)) * sin(radians(seen.longitude - longitude) / 2) ** 2
            AS haversine,
        floor(2 * 6371008.8 * asin(sqrt(haversine)) + 0.5)::INTEGER AS distance_m
    FROM newest
),
nearest AS (
    SELECT latitude, longitude, at_ms, min_by((distance_m, seen), (distance_m, seen.station_id)) AS best
    FROM placed
    WHERE distance_m <= 25000
    GROUP BY latitude, longitude, at_ms
),
named AS (
    SELECT latitude, longitude, at_ms, best.struct_extract(1) AS distance_m, best.struct_extract(2) AS seen
    FROM nearest
)
SELECT
    latitude,
    longitude,
    at_ms,
    seen.station_id AS weather_station_id,
    epoch_ms(seen.observed_at_ms) AS weather_observed_at,
    distance_m AS weather_distance_m,
    seen.condition AS weather_condition,
    thousandths(seen.temperature_c) AS weather_temperature_milli_c,
    thousandths(seen.humidity_pct) AS weather_humidity_milli_pct,
    thousandths(seen.wind_speed_ms) AS weather_wind_mm_s,
    thousandths(seen.precipitation_mm_h) AS weather_precipitation_um_h,
    floor(seen.visibility_m + 0.5)::INTEGER AS weather_visibility_m
FROM named;
