-- An account that can read the views v_* that show no vehicle id, and nothing else, for reports that many people see. A
-- database administrator runs it once, and again after an upgrade that brings new views; no job runs it. First create the
-- account, with a password that stands in no file (REQUIRE SSL: only over encrypted connections):
--
--   CREATE USER 'powerbi_public'@'%' IDENTIFIED BY '...' REQUIRE SSL;
--
-- then:  mysql -h HOST -u ADMIN -p carriageway < readonly-user-without-vehicle-ids.sql
--
-- v_journey has a vehicle id in each row. v_correction and v_refused_row have rows of every table, journeys too.
GRANT SELECT ON v_accident TO 'powerbi_public'@'%';
GRANT SELECT ON v_accident_1h TO 'powerbi_public'@'%';
GRANT SELECT ON v_accident_daily TO 'powerbi_public'@'%';
GRANT SELECT ON v_accident_part_of_day TO 'powerbi_public'@'%';
GRANT SELECT ON v_alert TO 'powerbi_public'@'%';
GRANT SELECT ON v_camera TO 'powerbi_public'@'%';
GRANT SELECT ON v_camera_crowding TO 'powerbi_public'@'%';
GRANT SELECT ON v_camera_traffic TO 'powerbi_public'@'%';
GRANT SELECT ON v_camera_traffic_daily TO 'powerbi_public'@'%';
GRANT SELECT ON v_camera_traffic_part_of_day TO 'powerbi_public'@'%';
GRANT SELECT ON v_comfort_level TO 'powerbi_public'@'%';
GRANT SELECT ON v_counter TO 'powerbi_public'@'%';
GRANT SELECT ON v_crowding_level TO 'powerbi_public'@'%';
GRANT SELECT ON v_event_ledger TO 'powerbi_public'@'%';
GRANT SELECT ON v_humidity_level TO 'powerbi_public'@'%';
GRANT SELECT ON v_lake_partition TO 'powerbi_public'@'%';
GRANT SELECT ON v_local_day TO 'powerbi_public'@'%';
GRANT SELECT ON v_rejection TO 'powerbi_public'@'%';
GRANT SELECT ON v_road_conditions TO 'powerbi_public'@'%';
GRANT SELECT ON v_segment TO 'powerbi_public'@'%';
GRANT SELECT ON v_segment_speed TO 'powerbi_public'@'%';
GRANT SELECT ON v_segment_speed_daily TO 'powerbi_public'@'%';
GRANT SELECT ON v_segment_speed_part_of_day TO 'powerbi_public'@'%';
GRANT SELECT ON v_station TO 'powerbi_public'@'%';
GRANT SELECT ON v_telemetry_match TO 'powerbi_public'@'%';
GRANT SELECT ON v_traffic_count_15m TO 'powerbi_public'@'%';
GRANT SELECT ON v_traffic_count_1h TO 'powerbi_public'@'%';
GRANT SELECT ON v_traffic_count_site TO 'powerbi_public'@'%';
GRANT SELECT ON v_traffic_count_site_15m TO 'powerbi_public'@'%';
GRANT SELECT ON v_vehicle_weight TO 'powerbi_public'@'%';
GRANT SELECT ON v_weather TO 'powerbi_public'@'%';
GRANT SELECT ON v_weather_daily TO 'powerbi_public'@'%';
GRANT SELECT ON v_weather_part_of_day TO 'powerbi_public'@'%';
GRANT SELECT ON v_zone TO 'powerbi_public'@'%';
