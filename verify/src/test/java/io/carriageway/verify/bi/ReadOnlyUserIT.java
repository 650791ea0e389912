package io.carriageway.verify.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rights of the accounts of sql/mysql/readonly-user*.sql. */
@ExtendWith(SandboxExtension.class)
class ReadOnlyUserIT {

    private static final Path SCRIPTS = Path.of("..", "sql", "mysql");
    private static final String USER = "powerbi";
    private static final String PUBLIC_USER = "powerbi_public";
    private static final String PASSWORD = "only-of-this-test";

    private final Sandbox sandbox;
    private ViewsDatabase database;
    private Connection reader;

    ReadOnlyUserIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void createUser() throws Exception {
        database = new ViewsDatabase(sandbox, "read_only");
        create(USER, "readonly-user.sql");
        reader = database.connect(USER, PASSWORD);
    }

    private void create(String user, String script) throws Exception {
        database.execute("DROP USER IF EXISTS '" + user + "'@'%'");
        database.execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
        for (var statement : Files.readString(SCRIPTS.resolve(script))
                .replaceAll("(?m)^--.*$", "")
                .split(";")) {
            if (!statement.isBlank()) {
                database.execute(statement);
            }
        }
    }

    @AfterEach
    void dropUser() throws SQLException {
        reader.close();
        database.execute("DROP USER 'powerbi'@'%'");
        database.execute("DROP USER IF EXISTS 'powerbi_public'@'%'");
        database.close();
    }

    @Test
    void readsEveryView() throws Exception {
        for (var view : database.views()) {
            run("SELECT COUNT(*) FROM " + view);
        }
    }

    @Test
    void theOtherUserReadsEveryViewExceptThoseWithVehicles() throws Exception {
        create(PUBLIC_USER, "readonly-user-without-vehicle-ids.sql");
        reader.close();
        reader = database.connect(PUBLIC_USER, PASSWORD);
        var denied = new ArrayList<String>();
        for (var view : database.views()) {
            try {
                run("SELECT COUNT(*) FROM " + view);
            } catch (SQLException e) {
                denied.add(view);
            }
        }
        assertThat(denied).containsExactlyInAnyOrder("v_correction", "v_journey", "v_refused_row");
    }

    @Test
    void readsNoTable() throws Exception {
        for (var table : database.tables()) {
            assertDenied("SELECT COUNT(*) FROM " + table);
        }
    }

    @Test
    void seesNothingButTheViews() throws Exception {
        try (var statement = reader.createStatement();
                var names = statement.executeQuery("SELECT COUNT(*), SUM(table_name LIKE 'v\\_%') FROM"
                        + " information_schema.tables WHERE table_schema = DATABASE()")) {
            assertThat(names.next()).isTrue();
            assertThat(names.getInt(1)).isEqualTo(database.views().size()).isEqualTo(names.getInt(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO v_camera (camera_id, camera_name, latitude, longitude) VALUES ('x', 'x', 0, 0)",
                "UPDATE v_camera SET latitude = 0",
                "DELETE FROM v_camera",
                "INSERT INTO camera (camera_id, name, latitude, longitude) VALUES ('x', 'x', 0, 0)",
                "UPDATE camera_traffic_1m SET frames = 0",
                "DELETE FROM event_ledger_1m",
                "CREATE TABLE mine (id INT)",
                "DROP VIEW v_camera"
            })
    void changesNothing(String sql) {
        assertDenied(sql);
    }

    private void assertDenied(String sql) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> run(sql)).withMessageContaining("denied");
    }

    private void run(String sql) throws SQLException {
        try (var statement = reader.createStatement()) {
            statement.execute(sql);
        }
    }
}
