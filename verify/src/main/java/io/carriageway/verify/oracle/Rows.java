package io.carriageway.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query's rows as texts by column name, so that those of two databases can be compared, every column of every row.
 */
public record Rows(List<Map<String, String>> rows) {

    private static final int SHOWN = 5;

    public static Rows of(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return new Rows(rows);
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var row = new LinkedHashMap<String, String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean time = columns.getColumnType(i) == Types.TIMESTAMP;
            row.put(
                    columns.getColumnLabel(i),
                    time ? String.valueOf(result.getObject(i, LocalDateTime.class)) : result.getString(i));
        }
        return row;
    }

    /** Fails with the first rows that differ if these are not the oracle's rows, in any order. */
    public void areThoseOf(Rows oracle, String what) {
        assertThat(oracle.rows).as("the oracle's rows of %s", what).isNotEmpty();
        var missing = oracle.without(this).rows;
        var surplus = without(oracle).rows;
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new RowsDiffer(
                    "%s differs from the oracle\nthe oracle alone has %s\nit alone has %s"
                            .formatted(what, show(missing), show(surplus)),
                    missing.size(),
                    surplus.size());
        }
    }

    /** These rows without the others; each of the others removes one equal row. */
    public Rows without(Rows others) {
        var left = new HashMap<Map<String, String>, Integer>();
        others.rows.forEach(row -> left.merge(row, 1, Integer::sum));
        return new Rows(rows.stream()
                .filter(row -> left.merge(row, -1, Integer::sum) < 0)
                .toList());
    }

    private static String show(List<Map<String, String>> rows) {
        return rows.size() + " rows"
                + rows.stream()
                        .sorted(Comparator.comparing(Map::toString))
                        .limit(SHOWN)
                        .map(row -> "\n  " + row)
                        .collect(Collectors.joining());
    }
}
