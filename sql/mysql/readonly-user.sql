-- An account that can read the views v_* and nothing else, for Power BI and other tools. A database administrator runs it
-- once, and again after an upgrade that brings new views; no job runs it. First create the account, with a password that
-- stands in no file (REQUIRE SSL: only over encrypted connections):
--
--   CREATE USER 'powerbi'@'%' IDENTIFIED BY '...' REQUIRE SSL;
--
-- then:  mysql -h HOST -u ADMIN -p carriageway < readonly-user.sql
--
-- v_journey, v_correction and v_refused_row have ids of vehicles, which are personal data in many places. For readers who
-- must not see them, use readonly-user-without-vehicle-ids.sql.
GRANT SELECT ON v_accident TO 'powerbi'@'%';
GRANT SELECT ON v_accident_1h TO 'powerbi'@'%';
GRANT SELECT ON v_accident_daily TO 'powerbi'@'%';
GRANT SELECT ON v_accident_part_of_day TO 'powerbi'@'%';
GRANT SELECT ON v_alert TO 'powerbi'@'%';
GRANT SELECT ON v_camera TO 'powerbi'@'%';
GRANT SELECT ON v_camera_crowding TO 'powerbi'@'%';
GRANT SELECT ON v_camera_traffic TO 'powerbi'@'%';
GRANT SELECT ON v_camera_traffic_daily TO 'powerbi'@'%';
GRANT SELECT ON v_camera_traffic_part_of_day TO 'powerbi'@'%';
GRANT SELECT ON v_comfort_level TO 'powerbi'@'%';
GRANT SELECT ON v_correction TO 'powerbi'@'%';
GRANT SELECT ON v_counter TO 'powerbi'@'%';
GRANT SELECT ON v_crowding_level TO 'powerbi'@'%';
GRANT SELECT ON v_event_ledger TO 'powerbi'@'%';
GRANT SELECT ON v_humidity_level TO 'powerbi'@'%';
GRANT SELECT ON v_journey TO 'powerbi'@'%';
GRANT SELECT ON v_lake_partition TO 'powerbi'@'%';
GRANT SELECT ON v_local_day TO 'powerbi'@'%';
GRANT SELECT ON v_refused_row TO 'powerbi'@'%';
GRANT SELECT ON v_rejection TO 'powerbi'@'%';
GRANT SELECT ON v_road_conditions TO 'powerbi'@'%';
GRANT SELECT ON v_segment TO 'powerbi'@'%';
GRANT SELECT ON v_segment_speed TO 'powerbi'@'%';
GRANT SELECT ON v_segment_speed_daily TO 'powerbi'@'%';
GRANT SELECT ON v_segment_speed_part_of_day TO 'powerbi'@'%';
GRANT SELECT ON v_station TO 'powerbi'@'%';
GRANT SELECT ON v_telemetry_match TO 'powerbi'@'%';
GRANT SELECT ON v_traffic_count_15m TO 'powerbi'@'%';
GRANT SELECT ON v_traffic_count_1h TO 'powerbi'@'%';
GRANT SELECT ON v_traffic_count_site TO 'powerbi'@'%';
GRANT SELECT ON v_traffic_count_site_15m TO 'powerbi'@'%';
GRANT SELECT ON v_vehicle_weight TO 'powerbi'@'%';
GRANT SELECT ON v_weather TO 'powerbi'@'%';
GRANT SELECT ON v_weather_daily TO 'powerbi'@'%';
GRANT SELECT ON v_weather_part_of_day TO 'powerbi'@'%';
GRANT SELECT ON v_zone TO 'powerbi'@'%';
