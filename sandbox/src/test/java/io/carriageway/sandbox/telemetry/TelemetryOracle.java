package io.carriageway.sandbox.telemetry;

import io.carriageway.sandbox.oracle.Alerts;
import io.carriageway.sandbox.oracle.GenericMessages;
import io.carriageway.sandbox.oracle.Oracle;
import io.carriageway.sandbox.oracle.Rows;
import io.carriageway.sandbox.oracle.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The judge of a telemetry job: every number that follows from the reports and the roads is computed again. */
public final class TelemetryOracle implements AutoCloseable {

    /** In the order in which they build on each other. */
    private static final List<String> VIEWS = List.of(
            "telemetry_verdict",
            "dead_letter",
            "event_ledger_1m",
            "road_edge",
            "telemetry_match",
            "segment_speed_1m",
            "telemetry_match_1m",
            "journey",
            "lake_vehicle_telemetry");

    private static final String[] REPORT = {
        "vehicle_id",
        "recorded_at",
        "latitude",
        "longitude",
        "speed_kmh",
        "heading_deg",
        "vehicle_class",
        "fuel_type",
        "make",
        "model",
        "model_year"
    };

    private final Oracle oracle;

    private TelemetryOracle(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Reads what is in the run's topic now. */
    static TelemetryOracle of(TelemetryRun run) throws Exception {
        var oracle = Oracle.of(run);
        oracle.script("telemetry_input");
        oracle.insert("network", List.of(List.of(Files.readString(run.network()))));
        oracle.insert("setting", List.of(List.of(run.journeyGap().toMillis())));
        oracle.insert("record", inputOf(run.topic(run.inputTopic())));
        for (var view : VIEWS) {
            oracle.script(view);
        }
        return new TelemetryOracle(oracle);
    }

    /** The rows of the oracle's table record: what is in the topic now. */
    public static List<List<Object>> inputOf(Topic topic) {
        var reports = new GenericMessages("VehicleTelemetry");
        return topic.records().stream().map(record -> row(record, reports)).toList();
    }

    private static List<Object> row(ConsumerRecord<byte[], byte[]> record, GenericMessages reports) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset(), record.timestamp()));
        row.add(Topic.keyOf(record));
        row.addAll(reports.read(record.value())
                .map(report -> Oracle.values(report, REPORT))
                .orElse(Collections.nCopies(REPORT.length, null)));
        row.add(Topic.defectOf(record));
        return row;
    }

    /** Fails where the run's tables, lake or dead letters are not, in every column of every row, what they must be. */
    void agreesWithEverything() throws SQLException {
        oracle.agreesWithTable("event_ledger_1m");
        oracle.agreesWithTable("telemetry_match_1m");
        oracle.agreesWithTable("journey");
        oracle.agreesWithLake(
                "vehicle_telemetry", "lake_vehicle_telemetry", Oracle.times("recorded_at", "arrival_time"));
        oracle.agreesWithLake("telemetry_match_1m", "telemetry_match_1m", Oracle.FLAG + Oracle.times("window_start"));
        oracle.agreesWithLake("journey", "journey", Oracle.FLAG + Oracle.times("started_at", "ended_at"));
        oracle.agreesWithDeadLetters();
    }

    /** The same of the speeds, for a run in which some report was matched. */
    void agreesWithSpeeds() throws SQLException {
        oracle.agreesWithTable("segment_speed_1m");
        oracle.agreesWithLake("segment_speed_1m", "segment_speed_1m", Oracle.FLAG + Oracle.times("window_start"));
    }

    Alerts alerts(Path rules, long clockMillis, Duration allowedLateness) throws Exception {
        return Alerts.judge(oracle, "segment_speed_1m", rules, clockMillis, allowedLateness);
    }

    Rows rows(String sql) throws SQLException {
        return oracle.rows(sql);
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
