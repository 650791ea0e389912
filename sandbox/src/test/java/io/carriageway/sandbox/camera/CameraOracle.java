package io.carriageway.sandbox.camera;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The independent judge of a camera job: the SQL of folder oracle over the records of the job's topics. It shares no
 * code with the job, so that an error would have to be made twice to pass.
 */
final class CameraOracle implements AutoCloseable {

    /** In the order in which they build on each other. */
    private static final List<String> VIEWS = List.of(
            "camera_verdict",
            "dead_letter",
            "event_ledger_1m",
            "road_cell",
            "frame_occupancy",
            "camera_traffic_1m",
            "lake_camera",
            "lake_detection");

    /** The lake has pixels as floats and a flag as a boolean; the oracle's forms of them. */
    private static final String BOXES =
            """
            list_sort([{'label': d.label, 'confidence': d.confidence, 'x_min': d.x_min::DOUBLE,
                'y_min': d.y_min::DOUBLE, 'x_max': d.x_max::DOUBLE, 'y_max': d.y_max::DOUBLE}
                FOR d IN detections]) AS detections,
            """;

    private static final String FLAG = "complete::INTEGER AS complete, ";

    private final CameraRun run;
    private final Connection duck;

    private CameraOracle(CameraRun run, Connection duck) {
        this.run = run;
        this.duck = duck;
    }

    /** Reads what is in the run's topics now. */
    static CameraOracle of(CameraRun run) throws Exception {
        var oracle = new CameraOracle(run, DriverManager.getConnection("jdbc:duckdb:"));
        var topics = new JobTopics(run);
        oracle.execute(script("input"));
        oracle.insert("record", topics.records());
        oracle.insert("frame_detections", topics.frameDetections());
        oracle.insert("detection", topics.boxes());
        oracle.insert("camera", run.query("SELECT camera_id, road_mask FROM camera"));
        for (var view : VIEWS) {
            oracle.execute(script(view));
        }
        return oracle;
    }

    /** Fails where the run's tables, lake or dead letters are not, in every column of every row, what they must be. */
    void agreesWithEverything() throws SQLException {
        agreesWithTable("camera_traffic_1m");
        agreesWithTable("event_ledger_1m");
        agreesWithLake("camera", "lake_camera", times("captured_at", "arrival_time"));
        agreesWithLake("detection", "lake_detection", BOXES + times("captured_at", "source_arrival"));
        agreesWithLake("camera_traffic_1m", "camera_traffic_1m", FLAG + times("window_start"));
        agreesWithDeadLetters();
    }

    private void agreesWithTable(String table) throws SQLException {
        try (var database = run.connect()) {
            Rows.of(database, "SELECT * FROM " + table).areThoseOf(rows("SELECT * FROM " + table), "table " + table);
        }
    }

    /** The dataset's finished files, its columns replaced by the oracle's form of them, against the oracle's view. */
    private void agreesWithLake(String dataset, String view, String replaced) throws SQLException {
        rows("SELECT * REPLACE (%s) FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = false)"
                        .formatted(replaced, run.lakeFiles(), dataset))
                .areThoseOf(rows("SELECT * FROM " + view), "dataset " + dataset);
    }

    private void agreesWithDeadLetters() throws SQLException {
        execute("CREATE OR REPLACE TABLE given AS FROM dead_letter LIMIT 0");
        insert("given", new JobTopics(run).deadLetters());
        rows("SELECT * FROM given").areThoseOf(rows("SELECT * FROM dead_letter"), "topic dead-letter");
    }

    /** Instants in UTC as the oracle has them, without a zone. */
    private static String times(String... columns) {
        return Stream.of(columns)
                .map("epoch_ms(epoch_ms(%1$s)) AS %1$s"::formatted)
                .collect(Collectors.joining(", "));
    }

    Rows rows(String sql) throws SQLException {
        return Rows.of(duck, sql);
    }

    private void insert(String table, List<? extends List<?>> rows) throws SQLException {
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

    private void execute(String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String view) throws IOException {
        try (var in = CameraOracle.class.getResourceAsStream("/oracle/" + view + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
