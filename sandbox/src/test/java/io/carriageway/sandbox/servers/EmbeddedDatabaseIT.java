package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class EmbeddedDatabaseIT {
    @Test
    void theClockOfTheServerAndOfEveryConnectionIsUtc(Sandbox sandbox) throws Exception {
        assertThat(ask(sandbox, sandbox.jdbcUrl(), "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())"))
                .isEqualTo("0");
        assertThat(ask(sandbox, sandbox.jdbcUrl(), "SELECT @@global.time_zone")).isIn("+00:00", "SYSTEM");
    }

    @Test
    void textOfEveryLanguageIsKept(Sandbox sandbox) throws Exception {
        var own = sandbox.database().create("database_it_text");
        run(sandbox, own, "CREATE TABLE sign (text VARCHAR(40))", "INSERT INTO sign VALUES ('Đường 🚦')");
        assertThat(ask(sandbox, own, "SELECT text FROM sign")).isEqualTo("Đường 🚦");
    }

    @Test
    void dataSurvivesAStopAndTheAddressStays(Sandbox sandbox) throws Exception {
        assumeTrue(sandbox.database() instanceof EmbeddedDatabase, "MYSQL_URL names a server that is not ours to stop");
        var own = sandbox.database().create("database_it_outage");
        run(sandbox, own, "CREATE TABLE kept (id INT PRIMARY KEY)", "INSERT INTO kept VALUES (7)");

        sandbox.database().stop();
        assertThatThrownBy(() -> ask(sandbox, own, "SELECT id FROM kept")).isInstanceOf(SQLException.class);
        sandbox.database().start();

        assertThat(ask(sandbox, own, "SELECT id FROM kept")).isEqualTo("7");
    }

    /** Two servers that share one delete each other's tables while they start. */
    @Test
    void theServerHasATemporaryFolderOfItsOwn(Sandbox sandbox) throws Exception {
        assumeTrue(sandbox.database() instanceof EmbeddedDatabase, "MYSQL_URL names a server that is not ours");
        assertThat(Path.of(ask(sandbox, sandbox.jdbcUrl(), "SELECT @@tmpdir"))).startsWith(sandbox.folder());
    }

    @Test
    void nobodyComesInWithoutThePassword(Sandbox sandbox) {
        for (var user : new String[] {sandbox.jdbcUser(), "root", ""}) {
            assertThatThrownBy(() -> DriverManager.getConnection(sandbox.jdbcUrl(), user, ""))
                    .as("user '%s'", user)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
    }

    private static void run(Sandbox sandbox, String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(Sandbox sandbox, String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as("a row").isTrue();
            return rows.getString(1);
        }
    }
}
