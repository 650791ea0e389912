package io.carriageway.verify.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a query, as its columns' texts. */
public final class TextRows {

    private TextRows() {}

    public static List<List<String>> of(Connection connection, String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Each row as one text, its columns between bars. */
    public static List<String> joined(Connection connection, String sql) throws SQLException {
        return of(connection, sql).stream().map(row -> String.join("|", row)).toList();
    }
}
