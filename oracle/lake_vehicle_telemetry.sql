-- The reports that the lake keeps: dataset vehicle_telemetry.
--
-- Promises: accepted and late reports, each once by topic, partition and offset; no duplicate and no rejected one.
--
-- From: telemetry_verdict.

CREATE OR REPLACE VIEW lake_vehicle_telemetry AS
SELECT
    vehicle_id,
    epoch_ms(recorded_at_ms) AS recorded_at,
    latitude,
    longitude,
    speed_kmh,
    heading_deg,
    vehicle_class,
    fuel_type,
    make,
    model,
    model_year,
    topic,
    partition,
    "offset",
    epoch_ms(arrival_ms) AS arrival_time,
    verdict = 'late' AS late
FROM telemetry_verdict
WHERE verdict IN ('accepted', 'late');
