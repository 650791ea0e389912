package io.carriageway.verify.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;

/**
 * Checks a job independently: runs the SQL of folder oracle over the records of the job's topics. It shares no code
 * with the job, so an error would have to be made twice to pass.
 */
public final class Oracle implements AutoCloseable {

    /** A flag, which the lake stores as a boolean, in the oracle's form. */
    public static final String FLAG = "complete::INTEGER AS complete, ";

    private final JobRun run;
    private final Connection duck;

    private Oracle(JobRun run, Connection duck) {
        this.run = run;
        this.duck = duck;
    }

    public static Oracle of(JobRun run) throws SQLException {
        return new Oracle(run, DriverManager.getConnection("jdbc:duckdb:"));
    }

    JobRun run() {
        return run;
    }

    /** Executes a script of folder oracle. */
    public void script(String name) throws SQLException, IOException {
        try (var in = Oracle.class.getResourceAsStream("/oracle/" + name + ".sql")) {
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Computes a topic in a schema of that name, by script {@code <schema>_input} and further ones. */
    public void judge(String schema, List<List<Object>> records, String... views) throws SQLException, IOException {
        execute("CREATE SCHEMA " + schema);
        execute("USE " + schema);
        script(schema + "_input");
        insert("record", records);
        for (var view : views) {
            script(view);
        }
        execute("USE main");
    }

    /** Fails if the table differs from the oracle's view of that name in any column of any row. */
    public void agreesWithTable(String table) throws SQLException {
        try (var database = run.connect()) {
            Rows.of(database, "SELECT * FROM " + table).areThoseOf(rows("SELECT * FROM " + table), "table " + table);
        }
    }

    /** Compares the dataset's finished files, with columns in the oracle's form, with the oracle's view. */
    public void agreesWithLake(String dataset, String view, String replaced) throws SQLException {
        rows("SELECT * REPLACE (%s) FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = false)"
                        .formatted(replaced, run.lakeFiles(), dataset))
                .areThoseOf(rows("SELECT * FROM " + view), "dataset " + dataset);
    }

    /** Compares topic, partition, offset and reason of each dead letter, each once, with view dead_letter. */
    public void agreesWithDeadLetters() throws SQLException {
        execute("CREATE OR REPLACE TABLE given AS FROM dead_letter LIMIT 0");
        var messages = new GenericMessages("DeadLetter");
        insert(
                "given",
                run.topic(run.deadLetterTopic()).records().stream()
                        .map(record -> messages.read(record.value()).orElseThrow())
                        .map(letter -> values(letter, "topic", "partition", "offset", "reason"))
                        .distinct()
                        .toList());
        rows("SELECT * FROM given").areThoseOf(rows("SELECT * FROM dead_letter"), "topic dead-letter");
    }

    /** Converts instants in UTC to the oracle's form, without a zone. */
    public static String times(String... columns) {
        return Stream.of(columns)
                .map("epoch_ms(epoch_ms(%1$s)) AS %1$s"::formatted)
                .collect(Collectors.joining(", "));
    }

    /** The values of the fields; Avro's strings become Java's. */
    public static List<Object> values(GenericRecord record, String... fields) {
        var values = new ArrayList<Object>();
        for (var field : fields) {
            var value = record.get(field);
            values.add(
                    value instanceof CharSequence || value instanceof GenericEnumSymbol<?> ? value.toString() : value);
        }
        return values;
    }

    public Rows rows(String sql) throws SQLException {
        return Rows.of(duck, sql);
    }

    public void insert(String table, List<? extends List<?>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var places = String.join(", ", Collections.nCopies(rows.get(0).size(), "?"));
        duck.setAutoCommit(false);
        try (var statement = duck.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, places))) {
            for (var row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        duck.commit();
        duck.setAutoCommit(true);
    }

    public void execute(String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
