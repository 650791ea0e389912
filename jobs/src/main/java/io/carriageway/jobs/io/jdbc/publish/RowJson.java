package io.carriageway.jobs.io.jdbc.publish;

import static io.carriageway.jobs.io.jdbc.upsert.UpsertTable.quoted;

import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Builds SQL that converts columns to a JSON object. Times are text as the tables show them, in UTC, on MySQL and on
 * MariaDB.
 */
final class RowJson {

    private RowJson() {}

    static String ofRow(UpsertTable<?> table, String alias) {
        return of(table, table.columns(), alias);
    }

    static String ofKey(UpsertTable<?> table, String alias) {
        return of(table, table.keyColumns(), alias);
    }

    private static String of(UpsertTable<?> table, Collection<String> columns, String alias) {
        return columns.stream()
                .map(column -> "'%s', %s".formatted(column, value(table, column, alias)))
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
    }

    private static String value(UpsertTable<?> table, String column, String alias) {
        var value = alias + "." + quoted(column);
        return table.instants().contains(column) ? "CAST(" + value + " AS CHAR)" : value;
    }
}
