package io.carriageway.jobs.io.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Rows of a table that a run cannot judge though their time is in its range: it neither removes them, nor keeps older
 * runs from writing them. The column is never NULL.
 *
 * @param operator how the row's column compares with the value, {@code >=} or {@code <>}
 */
public record Spared(String column, String operator, String value) {

    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    /** Rows that have this time or a later one in a column: the run did not read as far. */
    public static Spared from(String column, Instant time) {
        return new Spared(
                column, ">=", LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(DATETIME));
    }

    /** Rows that have another value in a column: they belong to another job. */
    public static Spared otherThan(String column, String value) {
        return new Spared(column, "<>", value);
    }

    /** The condition on a row of the table with that alias. */
    SqlPart condition(String alias) {
        var comparison =
                switch (operator) {
                    case ">=", "<>" -> operator;
                    default -> throw new IllegalStateException("rows are not spared by the operator " + operator);
                };
        return SqlPart.of("%s.%s %s ?".formatted(alias, UpsertTable.quoted(column), comparison), value);
    }
}
