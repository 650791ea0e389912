-- One row for each accident, also where a correction moved it to another hour: the predicate on dt prunes nothing.
CREATE OR REPLACE VIEW accident_latest AS
SELECT
    latest.accident_id,
    latest.first_seen,
    latest.reported_at,
    latest.occurred_at,
    latest.latitude,
    latest.longitude,
    latest.zone_id,
    latest.segment_id,
    latest.severity,
    latest.kind,
    latest.status,
    latest.resolved_at,
    latest.vehicles,
    latest.casualties,
    latest.pedestrians,
    latest.cycles,
    latest.road_condition,
    latest.visibility,
    latest.speed_limit_kmh,
    latest.authority,
    latest.description,
    latest.weather_station_id,
    latest.weather_observed_at,
    latest.weather_distance_m,
    latest.weather_condition,
    latest.weather_temperature_milli_c,
    latest.weather_humidity_milli_pct,
    latest.weather_wind_mm_s,
    latest.weather_precipitation_um_h,
    latest.weather_visibility_m,
    latest.event_count,
    latest.revision,
    latest.complete,
    latest.dt,
    latest.hour
FROM (
    SELECT
        r.*,
        row_number() OVER (
            PARTITION BY accident_id
            ORDER BY revision DESC, event_count DESC
        ) AS place
    FROM accident AS r
    WHERE revision = 0 OR revision IN (SELECT run.revision FROM run WHERE run.dataset = 'accident')
) AS latest
LEFT JOIN run AS newer
    ON newer.dataset = 'accident'
    AND newer.revision > latest.revision
    AND newer.range_from <= latest.occurred_at
    AND newer.range_to > latest.occurred_at
WHERE place = 1 AND newer.revision IS NULL;
