package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.io.jdbc.publish.BoundedRun;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.jobs.suite.Suite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that no table refuses a row of an accepted event. The tables to which jobs write are found by the columns of
 * the guard, so a new one is tested too.
 */
abstract class ExtremeRowsContract extends RefusedRowContract {

    private static final String TABLES =
            """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = DATABASE() AND column_name IN ('revision', 'event_count', 'complete')
                AND table_name <> 'strict' AND table_name NOT LIKE '%\\_\\_run\\_%' AND table_name NOT LIKE 'v\\_%'
            GROUP BY table_name HAVING COUNT(*) = 3 ORDER BY table_name
            """;
    private static final String KEY =
            """
            SELECT column_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = '%s' AND constraint_name = 'PRIMARY'
            ORDER BY ordinal_position
            """;

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

    private record Target(Class<?> row, UpsertTable<SpecificRecordBase> table) {}

    @BeforeEach
    void emptyTables() throws Exception {
        for (var target : targets()) {
            execute("DELETE FROM " + target.table().name());
        }
    }

    @Test
    void everyTableTakesTheExtremesOfEveryColumn() throws Exception {
        assertThat(targets()).hasSizeGreaterThan(8);
        for (var target : targets()) {
            var rows = rows(target, 0);
            upsert(connection, target.table(), rows);
            assertThat(query("SELECT table_name, message FROM refused_row")).isEmpty();
            assertThat(stored(target))
                    .as(target.table().name())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(row -> texts(target, row)).toList());
        }
    }

    @Test
    void aRevisionPublishesThemAndWritesThemDownAsCorrections() throws Exception {
        var run = BoundedRun.begin(connection, "job", Instant.EPOCH, END, true);
        for (var target : targets()) {
            upsert(connection, run.stage(target.table()), rows(target, run.revision()));
        }
        assertThat(run.publish()).hasSize(targets().size()).allMatch(change -> change.added() == 3);
        var second = BoundedRun.begin(connection, "job", Instant.EPOCH, END, true);
        for (var target : targets()) {
            var unused = second.stage(target.table());
        }
        assertThat(second.publish()).allMatch(change -> change.removed() == 3);
        assertThat(query("SELECT DISTINCT table_name FROM correction WHERE new_row IS NULL ORDER BY 1"))
                .containsExactlyElementsOf(query(TABLES));
    }

    private List<Target> targets() throws Exception {
        var targets = new ArrayList<Target>();
        for (var name : query(TABLES)) {
            var row = declared(name).row();
            var schema = SpecificData.get().getSchema(row);
            var key = query(KEY.formatted(name));
            var time = key.stream()
                    .filter(column -> column.matches("window_start|minute|started_at"))
                    .findFirst()
                    .orElse(schema.getField("occurred_at") == null ? "raised_at" : "occurred_at");
            targets.add(new Target(row, UpsertTable.of(name, schema, key, time)));
        }
        return targets;
    }

    private static Table<?> declared(String name) {
        return Suite.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job declares table " + name));
    }

    private static List<SpecificRecordBase> rows(Target target, int revision) {
        return Arrays.stream(ExtremeRow.values())
                .map(extreme -> extreme.of(target.row(), revision))
                .toList();
    }

    private List<List<String>> stored(Target target) throws SQLException {
        var columns = target.table().columns();
        try (var session = connection.open();
                var statement = session.createStatement();
                var result = statement.executeQuery("SELECT " + UpsertTable.quoted(columns) + " FROM "
                        + target.table().name())) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                rows.add(texts(target, result));
            }
            return rows;
        }
    }

    private static List<String> texts(Target target, ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        for (var column : target.table().columns()) {
            var value = target.table().instants().contains(column)
                    ? row.getObject(column, LocalDateTime.class)
                    : row.getObject(column);
            texts.add(column + "=" + (value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : value));
        }
        return comparable(texts);
    }

    private static List<String> texts(Target target, SpecificRecordBase row) {
        return comparable(target.table().columns().stream()
                .map(column -> column + "=" + row.get(column))
                .toList());
    }

    /** The database normalises JSON, so the text differs. */
    private static List<String> comparable(List<String> texts) {
        return texts.stream()
                .map(text -> text.startsWith("rejected_by_reason=") ? text.replace(" ", "") : text)
                .toList();
    }
}
