package io.carriageway.jobs.io.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of SQL with the values of its question marks, so that concatenated pieces keep their values in order. */
public record SqlFragment(String text, List<Object> values) {

    public static SqlFragment of(String text, Object... values) {
        return new SqlFragment(text, Arrays.asList(values));
    }

    public SqlFragment then(String next, Object... nextValues) {
        return then(of(next, nextValues));
    }

    public SqlFragment then(SqlFragment next) {
        var all = new ArrayList<>(values);
        all.addAll(next.values);
        return new SqlFragment(text + next.text, all);
    }

    public PreparedStatement prepare(Connection session) throws SQLException {
        return prepare(session, Statement.NO_GENERATED_KEYS);
    }

    /** Prepares the statement; {@code generatedKeys} is a constant of {@link Statement}. */
    public PreparedStatement prepare(Connection session, int generatedKeys) throws SQLException {
        var statement = session.prepareStatement(text, generatedKeys);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Executes the statement and returns the number of rows that it wrote or removed. */
    public long execute(Connection session) throws SQLException {
        try (var statement = prepare(session)) {
            return statement.executeLargeUpdate();
        }
    }
}
