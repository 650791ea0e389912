-- Accidents by day, severity and the weather at their place and time. A row of dataset accident is final, and comes
-- only when no report can change it: report.limit and some minutes after the accident. The day is dt, in UTC.
CREATE OR REPLACE VIEW v_accident_by_severity_and_weather AS
SELECT
    severity,
    weather_condition,
    count(*) AS accidents,
    sum(vehicles) AS vehicles,
    sum(casualties) AS casualties,
    dt
FROM accident_latest
GROUP BY dt, severity, weather_condition;
