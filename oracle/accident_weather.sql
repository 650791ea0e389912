-- The weather of the time and place of each accepted report; a report without weather has no row.
--
-- From: verdict; weather_at.

CREATE OR REPLACE VIEW accident_place AS
SELECT partition, "offset", latitude, longitude, occurred_at_ms AS at_ms
FROM verdict
WHERE verdict = 'accepted';

CREATE OR REPLACE VIEW accident_weather AS
SELECT partition, "offset", w.* EXCLUDE (latitude, longitude, at_ms)
FROM accident_place
JOIN weather_at('accident_place') w USING (latitude, longitude, at_ms);
