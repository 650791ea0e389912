package io.carriageway.verify.parity;

import io.carriageway.verify.oracle.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one run of the jobs has stored in its database and its lake. The files of the lake are read without the code
 * that wrote them.
 */
record Output(Database database, Path lake) {

    interface Database {
        Connection connect() throws SQLException;
    }

    /** Number of rows that the tables have refused. */
    long refusedRows() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var count = statement.executeQuery("SELECT COUNT(*) FROM refused_row")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** All rows, whatever their time. */
    Rows rows(Stored stored, String topic) throws SQLException, IOException {
        return rows(stored, topic, "TRUE");
    }

    /** The rows of a range; late events only if they arrived before that time. */
    Rows rows(Stored stored, String topic, Range range, Instant lateBefore) throws SQLException, IOException {
        var ofRange = "%1$s >= %2$s AND %1$s < %3$s"
                .formatted(stored.timeColumn(), time(stored, range.from()), time(stored, range.to()));
        return rows(
                stored,
                topic,
                stored.kind() == Stored.Kind.EVENTS
                        ? ofRange + " AND (NOT late OR arrival_time < %s)".formatted(time(stored, lateBefore))
                        : ofRange);
    }

    private Rows rows(Stored stored, String topic, String condition) throws SQLException, IOException {
        if (stored.kind() == Stored.Kind.TABLE) {
            try (var connection = database.connect()) {
                var ofTopic = topic == null ? "" : " AND topic = '%s'".formatted(topic);
                return Rows.of(connection, "SELECT * FROM %s WHERE %s%s".formatted(stored.name(), condition, ofTopic));
            }
        }
        var folder = lake.resolve(stored.name());
        if (!hasFiles(folder)) {
            return new Rows(List.of());
        }
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            // with the hour folder of each row, which is compared too
            return Rows.of(
                    duck,
                    "SELECT * FROM read_parquet('%s/**/*.parquet', hive_partitioning = true) WHERE %s"
                            .formatted(folder, condition));
        }
    }

    private static boolean hasFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        }
    }

    private static String time(Stored stored, Instant time) {
        return stored.kind() == Stored.Kind.TABLE
                ? "'%s'".formatted(LocalDateTime.ofInstant(time, ZoneOffset.UTC))
                : "TIMESTAMPTZ '%s'".formatted(time);
    }
}
