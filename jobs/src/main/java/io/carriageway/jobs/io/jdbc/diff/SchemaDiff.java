package io.carriageway.jobs.io.jdbc.diff;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reports, for people, how the rows of [from, to) in the database of a what-if differ from those of the live job. Rows
 * are equal if all columns except the revision are.
 */
public final class SchemaDiff {

    private static final String SHARED =
            """
            SELECT COUNT(*), COALESCE(SUM(%s), 0) FROM %s a JOIN %s b ON %s
            WHERE a.`%s` >= ? AND a.`%5$s` < ?
            """;
    private static final String ONLY_IN_FIRST =
            """
            SELECT COUNT(*) FROM %s a LEFT JOIN %s b ON %s
            WHERE a.`%s` >= ? AND a.`%4$s` < ? AND b.`%s` IS NULL
            """;

    private final MySqlConnection whatIf;
    private final Instant from;
    private final Instant to;

    /** Takes the connection of a run that writes its rows to another database than the URL names. */
    public SchemaDiff(MySqlConnection whatIf, Instant from, Instant to) {
        this.whatIf = whatIf;
        this.from = from;
        this.to = to;
    }

    /** Returns a line per table, and a line per camera for its counts. The live job's value comes first. */
    public List<String> lines(List<UpsertTable<?>> tables) throws SQLException {
        var base = whatIf.base().database();
        var lines = new ArrayList<String>();
        lines.add("%s beside %s, from %s to %s:".formatted(whatIf.database(), base, from, to));
        try (var session = whatIf.open()) {
            for (var table : tables) {
                lines.add(line(session, table));
                if (table.name().equals(CameraDiff.TABLE)) {
                    lines.addAll(new CameraDiff(base, whatIf.database()).lines(session, from, to));
                }
            }
        }
        return List.copyOf(lines);
    }

    private String line(Connection session, UpsertTable<?> table) throws SQLException {
        var here = qualified(whatIf.database(), table.name());
        var there = qualified(whatIf.base().database(), table.name());
        var sameKey = same(table.keyColumns(), "=");
        var key = table.keyColumns().get(0);
        var time = table.timeColumn();
        var shared = counts(session, SHARED.formatted(same(table.columns(), "<=>"), here, there, sameKey, time));
        var added = counts(session, ONLY_IN_FIRST.formatted(here, there, sameKey, time, key));
        var missing = counts(session, ONLY_IN_FIRST.formatted(there, here, sameKey, time, key));
        return String.format(
                Locale.ROOT,
                "%s: %,d rows equal, %,d different, %,d only in %s, %,d only in %s",
                table.name(),
                shared.get(1),
                shared.get(0) - shared.get(1),
                added.get(0),
                whatIf.database(),
                missing.get(0),
                whatIf.base().database());
    }

    static String qualified(String database, String table) {
        return "`%s`.`%s`".formatted(database.replace("`", "``"), table);
    }

    private static String same(List<String> columns, String operator) {
        return columns.stream()
                .filter(column -> !column.equals("revision"))
                .map(column -> "a.`%1$s` %2$s b.`%1$s`".formatted(column, operator))
                .collect(Collectors.joining(" AND "));
    }

    private List<Long> counts(Connection session, String sql) throws SQLException {
        var counts = new ArrayList<Long>();
        try (var statement = session.prepareStatement(sql)) {
            statement.setObject(1, utc(from));
            statement.setObject(2, utc(to));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    counts.add(row.getLong(i));
                }
            }
        }
        return counts;
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
