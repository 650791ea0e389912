package io.carriageway.verify.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class GuardWatchIT {

    private Connection connection;
    private GuardWatch watch;

    @BeforeEach
    void aRow(Sandbox sandbox) throws Exception {
        var database = sandbox.database();
        connection = DriverManager.getConnection(database.create("guard_watch"), database.user(), database.password());
        watch = new GuardWatch(() -> connection);
        execute("DROP TABLE IF EXISTS watched");
        execute("CREATE TABLE watched (site CHAR(2) PRIMARY KEY, revision INT NOT NULL, event_count INT NOT NULL)");
        execute("INSERT INTO watched VALUES ('s1', 1, 10)");
        watch.look(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void moreEventsAndARevisionWithFewerAreProgress() throws Exception {
        look("UPDATE watched SET event_count = 11");
        look("UPDATE watched SET revision = 2, event_count = 3");
        assertThat(watch.changes()).isEqualTo(3);
        assertThat(watch.regressions()).isEmpty();
    }

    @Test
    void fewerEventsAreARegression() throws Exception {
        look("UPDATE watched SET event_count = 9");
        assertThat(watch.regressions())
                .containsExactly("watched s1 went from Guard[revision=1, events=10] to Guard[revision=1, events=9]");
    }

    @Test
    void anOlderRevisionIsARegressionHoweverManyEventsItHas() throws Exception {
        look("UPDATE watched SET revision = 0, event_count = 99");
        assertThat(watch.regressions()).singleElement().asString().startsWith("watched s1 went from");
    }

    @Test
    void aRowThatIsGoneIsARegression() throws Exception {
        look("DELETE FROM watched");
        assertThat(watch.regressions()).containsExactly("watched s1 is gone");
    }

    private void look(String change) throws SQLException {
        execute(change);
        watch.look(connection);
    }

    private void execute(String statement) throws SQLException {
        try (var s = connection.createStatement()) {
            s.execute(statement);
        }
    }
}
