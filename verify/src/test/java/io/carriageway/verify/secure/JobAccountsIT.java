package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.verify.weather.Weather;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs run with the accounts of sql/mysql/job-user.sql, and a message names each right that an account lacks. */
@ExtendWith(SandboxExtension.class)
class JobAccountsIT {

    private static final String DATABASE = "jobaccounts";
    private static final long SEED = 12;
    private static final Case RANGE = new Case("range", "streaming", 1, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z");

    /** MariaDB never asks for REFERENCES, and there the account has DELETE on all databases. */
    private static final Set<String> NOT_CHECKED_BY_MARIADB = Set.of("REFERENCES", "DELETE");

    @TempDir
    Path folder;

    private final Sandbox sandbox;
    private JobAccounts accounts;

    JobAccountsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void create() throws Exception {
        accounts = new JobAccounts(sandbox, DATABASE);
    }

    @AfterEach
    void drop() throws SQLException {
        accounts.close();
    }

    @Test
    void aLiveJobAReplayAndAWhatIfEachRunWithTheirAccount() throws Exception {
        DatabaseSchema.migrate(accounts.connection(accounts.migrating()));
        var live = run(accounts.running());
        live.topic(live.inputTopic()).sendAll(Weather.TOPIC.input().of(SEED));
        live.sendBytes(
                "st-4", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);
        long rows = live.number("SELECT COUNT(*) FROM weather_10m WHERE complete");
        assertThat(rows).isPositive();

        live.with("mysql.user", accounts.replaying()).with(RANGE);
        live.awaitEnd(live.start(1));
        assertThat(live.number("SELECT COUNT(*) FROM run WHERE state = 'published'"))
                .isEqualTo(1);

        live.with("mysql.schema", accounts.whatIf());
        live.awaitEnd(live.start(1));
        assertThat(live.number("SELECT COUNT(*) FROM " + accounts.whatIf() + ".weather_10m"))
                .isPositive();
        assertThat(live.number("SELECT COUNT(*) FROM weather_10m WHERE complete"))
                .isEqualTo(rows);
    }

    private TopicRun run(String account) throws Exception {
        var password = Files.writeString(folder.resolve("password"), JobAccounts.PASSWORD);
        return new TopicRun(sandbox, Weather.TOPIC, DATABASE, 2)
                .with("mysql.user", account)
                .with("mysql.password-file", password.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "REFERENCES", "CREATE VIEW"})
    void aMigrationNamesTheRightThatItsAccountLacks(String right) throws Exception {
        assumeFalse(accounts.onMariaDb() && NOT_CHECKED_BY_MARIADB.contains(right), "MariaDB accepts the migration");
        accounts.revoke(right, accounts.migrating());
        migrationIsDenied(right, accounts.migrating());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "INSERT"})
    void aJobNamesTheRightThatItsAccountLacksWhenItIsSubmitted(String right) throws Exception {
        DatabaseSchema.migrate(accounts.connection(accounts.migrating()));
        accounts.revoke(right, accounts.running());
        migrationIsDenied(right, accounts.running());
    }

    @Test
    void aJobMigratesNothing() {
        migrationIsDenied("CREATE", accounts.running());
    }

    private void migrationIsDenied(String right, String account) {
        assertThatThrownBy(() -> DatabaseSchema.migrate(accounts.connection(account)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(right + " command denied to user '" + account)
                .hasMessageContaining("bin/migrate")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", JobAccounts.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE, UPDATE weather_10m SET revision = 1",
        "DELETE, DELETE FROM refused_row",
        "CREATE, CREATE TABLE mine (id INT)",
        "ALTER, ALTER TABLE weather_10m ADD COLUMN mine INT",
        "DROP, DROP TABLE weather_10m"
    })
    void aRightThatTheAccountOfJobsLacksIsNamed(String right, String sql) throws Exception {
        DatabaseSchema.migrate(accounts.connection(accounts.migrating()));
        if (right.equals("UPDATE") || right.equals("DELETE")) {
            execute(accounts.running(), sql);
            accounts.revoke(right, accounts.running());
        }
        assertThatThrownBy(() -> execute(accounts.running(), sql)).hasMessageContaining(right + " command denied");
    }

    @Test
    void theAccountOfMigrationsManagesPartitions() throws Exception {
        execute(
                accounts.migrating(),
                "CREATE TABLE parts (day INT PRIMARY KEY) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10))",
                "INSERT INTO parts VALUES (1)",
                "ALTER TABLE parts ADD PARTITION (PARTITION p2 VALUES LESS THAN (20))",
                "ALTER TABLE parts REORGANIZE PARTITION p2 INTO"
                        + " (PARTITION p2 VALUES LESS THAN (15), PARTITION p3 VALUES LESS THAN (20))",
                "ALTER TABLE parts DROP PARTITION p1");
        accounts.revoke("DROP", accounts.migrating());
        assertThatThrownBy(() -> execute(accounts.migrating(), "ALTER TABLE parts DROP PARTITION p2"))
                .hasMessageContaining("DROP command denied");
    }

    private void execute(String account, String... statements) throws SQLException {
        try (var session = accounts.connection(account).open();
                var statement = session.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
