package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the view of the weather in common units and words. */
@ExtendWith(SandboxExtension.class)
class WeatherViewsIT {

    private static final String INSERT = "INSERT INTO weather_10m VALUES ('st-1', '2026-07-01 12:00',";

    private final Sandbox sandbox;
    private Connection database;

    WeatherViewsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void migrate() throws Exception {
        var connection = new MySqlConnection(
                sandbox.database().create("weather_views"), sandbox.jdbcUser(), sandbox.jdbcPassword());
        DatabaseSchema.migrate(connection);
        database = DriverManager.getConnection(connection.urlWithDefaults(), connection.user(), connection.password());
        execute("DELETE FROM weather_10m");
        execute("DELETE FROM station");
    }

    @AfterEach
    void disconnect() throws SQLException {
        database.close();
    }

    @Test
    void averagesAreSumsOverTheirOwnCountsWithTheNameOfTheStation() throws Exception {
        execute("INSERT INTO station (station_id, name, latitude, longitude) VALUES ('st-1', 'Harbour', 52.5, 13.4)");
        execute(INSERT + "5, 4, 100000, 24000, 26000, 3, 180000, 50000, 70000, 2, 7000, 3000, 4000, 1, 1000, 0,"
                + " 3, 1500, 0, 1000, 'RAIN', 31000, NULL, 5, 0, 1)");
        assertThat(query("SELECT station_name, ROUND(temperature_c, 2), ROUND(humidity_pct, 2),"
                        + " ROUND(wind_speed_ms, 2), ROUND(wind_direction_deg, 1), wind_direction,"
                        + " ROUND(precipitation_mm_h, 2), `condition`, ROUND(humidex, 1), comfort, heat_index_c,"
                        + " humidity_class FROM v_weather"))
                .isEqualTo("Harbour|25.00|60.00|3.50|90.0|East|0.50|RAIN|31.0|Some discomfort|null|Humid");
    }

    @Test
    void whatWasNotMeasuredIsNullAndNotZero() throws Exception {
        execute(INSERT + "1, 1, -5000, -5000, -5000, 1, 20000, 20000, 20000, 0, NULL, NULL, NULL, 0, NULL, NULL,"
                + " 0, NULL, NULL, NULL, 'CLEAR', NULL, NULL, 1, 0, 1)");
        assertThat(query("SELECT station_name, temperature_c + 5 = 0, wind_speed_ms, wind_direction_deg,"
                        + " wind_direction, precipitation_mm_h, humidex, comfort, heat_index_c, humidity_class"
                        + " FROM v_weather"))
                .isEqualTo("null|1|null|null|null|null|null|null|null|Dry");
    }

    @Test
    void temperatureAndHumidityAreNullWhereNobodyMeasuredThem() throws Exception {
        execute(INSERT + "2, 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, NULL,"
                + " 0, NULL, NULL, NULL, 'CLEAR', NULL, NULL, 2, 0, 1)");
        assertThat(query("SELECT observations, temperature_c, temperature_min_c, temperature_max_c, humidity_pct,"
                        + " humidity_class FROM v_weather"))
                .isEqualTo("2|null|null|null|null|null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, North",
        "-174, 985, North",
        "707, 707, North-east",
        "1000, 0, East",
        "707, -707, South-east",
        "0, -1000, South",
        "-707, -707, South-west",
        "-1000, 0, West",
        "-707, 707, North-west",
        "0, 0, null"
    })
    void windComesFromOneOfEightDirectionsOrFromAll(int fromEast, int fromNorth, String direction) throws Exception {
        execute(INSERT
                + "1, 1, 0, 0, 0, 1, 0, 0, 0, 0, NULL, NULL, NULL, 1, %d, %d, 0, NULL, NULL, NULL, 'CLEAR', NULL, NULL, 1, 0, 1)"
                        .formatted(fromEast, fromNorth));
        assertThat(query("SELECT wind_direction FROM v_weather")).isEqualTo(direction);
    }

    @ParameterizedTest
    @CsvSource({
        "29999, Little or no discomfort",
        "30000, Some discomfort",
        "40000, Great discomfort",
        "45000, Great discomfort",
        "45001, Dangerous"
    })
    void comfortIsThatOfTheHumidex(int humidexMilli, String comfort) throws Exception {
        execute(INSERT
                + "1, 1, 0, 0, 0, 1, 0, 0, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 'CLEAR', %d, NULL, 1, 0, 1)"
                        .formatted(humidexMilli));
        assertThat(query("SELECT comfort FROM v_weather")).isEqualTo(comfort);
    }

    @ParameterizedTest
    @CsvSource({"29999, Dry", "30000, Comfortable", "59999, Comfortable", "60000, Humid", "80000, Very humid"})
    void humidityHasAClass(int humidityMilliPct, String level) throws Exception {
        execute(INSERT
                + "1, 1, 0, 0, 0, 1, %d, 0, 0, 0, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, 'CLEAR', NULL, NULL, 1, 0, 1)"
                        .formatted(humidityMilliPct));
        assertThat(query("SELECT humidity_class FROM v_weather")).isEqualTo(level);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The only row. */
    private String query(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            var columns = new ArrayList<String>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                columns.add(result.getString(column));
            }
            return String.join("|", columns);
        }
    }
}
