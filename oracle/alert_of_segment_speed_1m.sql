-- Metrics of table segment_speed_1m for alert rules.
--
-- From: segment_speed_1m.

-- Tables and not views, because the alert queries read them often.
CREATE OR REPLACE TABLE site_row AS
SELECT 'segment_speed_1m' AS source_table, 60000 AS window_ms, segment_id AS site_id, epoch_ms(window_start) AS start_ms
FROM segment_speed_1m;

CREATE OR REPLACE TABLE site_value AS
SELECT segment_id AS site_id, epoch_ms(window_start) AS start_ms, unnest([
    {'metric': 'p15_kmh', 'milli': 1000 * p15_kmh},
    {'metric': 'p50_kmh', 'milli': 1000 * p50_kmh},
    {'metric': 'p85_kmh', 'milli': 1000 * p85_kmh},
    {'metric': 'mean_kmh', 'milli': mean(speed_sum_mh, samples)},
    {'metric': 'max_kmh', 'milli': speed_max_mh},
    {'metric': 'vehicles', 'milli': 1000 * vehicles},
    {'metric': 'samples', 'milli': 1000 * samples}
], recursive := true)
FROM segment_speed_1m;
