-- The reports that the lake keeps: dataset accident.
--
-- Promises: accepted and late reports as they came, each once by topic, partition and offset; no duplicate and no rejected one.
--
-- From: accident_verdict.

CREATE OR REPLACE VIEW lake_accident AS
SELECT
    accident_id,
    epoch_ms(occurred_at_ms) AS occurred_at,
    epoch_ms(reported_at_ms) AS reported_at,
    latitude,
    longitude,
    severity,
    kind,
    status,
    vehicles,
    casualties,
    pedestrians,
    cycles,
    road_condition,
    visibility,
    speed_limit_kmh,
    authority,
    description,
    topic,
    partition,
    "offset",
    epoch_ms(arrival_ms) AS arrival_time,
    verdict = 'late' AS late
FROM accident_verdict
WHERE verdict IN ('accepted', 'late');
