package io.carriageway.sandbox.camera;

import io.carriageway.sandbox.oracle.Alerts;
import io.carriageway.sandbox.oracle.Oracle;
import io.carriageway.sandbox.oracle.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The judge of a camera job: what the model saw is given, everything that follows from it is computed again. */
final class CameraOracle implements AutoCloseable {

    /** In the order in which they build on each other. */
    private static final List<String> VIEWS = List.of(
            "verdict",
            "dead_letter",
            "event_ledger_1m",
            "road_cell",
            "frame_area_occupancy",
            "camera_traffic_1m",
            "lake_camera_frame",
            "lake_frame_detections");

    /** The lake has pixels as floats; the oracle's form of them. */
    private static final String BOXES =
            """
            list_sort([{'label': d.label, 'confidence': d.confidence, 'x_min': d.x_min::DOUBLE,
                'y_min': d.y_min::DOUBLE, 'x_max': d.x_max::DOUBLE, 'y_max': d.y_max::DOUBLE}
                FOR d IN detections]) AS detections,
            """;

    private final Oracle oracle;

    private CameraOracle(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Reads what is in the run's topics now. */
    static CameraOracle of(CameraRun run) throws Exception {
        var oracle = Oracle.of(run);
        var topics = new JobTopics(run);
        oracle.script("input");
        oracle.insert("record", topics.records());
        oracle.insert("frame_detections", topics.frameDetections());
        oracle.insert("detection", topics.boxes());
        oracle.insert("camera", run.query("SELECT camera_id, carriageway_polygon FROM camera"));
        for (var view : VIEWS) {
            oracle.script(view);
        }
        return new CameraOracle(oracle);
    }

    /** Fails where the run's tables, lake or dead letters are not, in every column of every row, what they must be. */
    void agreesWithEverything() throws SQLException {
        oracle.agreesWithTable("camera_traffic_1m");
        oracle.agreesWithTable("event_ledger_1m");
        oracle.agreesWithLake("camera_frame", "lake_camera_frame", Oracle.times("captured_at", "arrival_time"));
        oracle.agreesWithLake(
                "frame_detections", "lake_frame_detections", BOXES + Oracle.times("captured_at", "source_arrival"));
        oracle.agreesWithLake("camera_traffic_1m", "camera_traffic_1m", Oracle.FLAG + Oracle.times("window_start"));
        oracle.agreesWithDeadLetters();
    }

    Alerts alerts(Path rules, long clockMillis, Duration allowedLateness) throws Exception {
        return Alerts.judge(oracle, "camera_traffic_1m", rules, clockMillis, allowedLateness);
    }

    Rows rows(String sql) throws SQLException {
        return oracle.rows(sql);
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
