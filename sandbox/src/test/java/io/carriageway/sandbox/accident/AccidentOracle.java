package io.carriageway.sandbox.accident;

import com.uber.h3core.H3Core;
import io.carriageway.sandbox.oracle.GenericMessages;
import io.carriageway.sandbox.oracle.Oracle;
import io.carriageway.sandbox.oracle.Rows;
import io.carriageway.sandbox.oracle.Topic;
import io.carriageway.sandbox.topic.TopicOracle;
import io.carriageway.sandbox.weather.Weather;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The judge of an accident job: every number that follows from the reports, the weather and the roads, once more. */
public final class AccidentOracle implements AutoCloseable {

    /** In the order in which they build on each other. */
    private static final List<String> VIEWS = List.of(
            "verdict",
            "dead_letter",
            "event_ledger_1m",
            "road_edge",
            "accident_segment",
            "weather_at",
            "accident_weather",
            "accident",
            "accident_1h",
            "lake_event");

    private static final String[] REPORT = {
        "accident_id",
        "occurred_at",
        "reported_at",
        "latitude",
        "longitude",
        "severity",
        "kind",
        "status",
        "vehicles",
        "casualties",
        "pedestrians",
        "cycles",
        "road_condition",
        "visibility",
        "speed_limit_kmh",
        "authority",
        "description"
    };

    private static final int ZONE_RESOLUTION = 8;

    private final Oracle oracle;

    private AccidentOracle(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Reads what is in the run's topics now. */
    static AccidentOracle of(AccidentRun run) throws Exception {
        var oracle = Oracle.of(run);
        judgeWeather(oracle, run.weatherTopic());
        oracle.script("accident_input");
        oracle.insert("network", List.of(List.of(Files.readString(run.network()))));
        oracle.insert("record", inputOf(run.topic(run.inputTopic())));
        for (var view : VIEWS) {
            oracle.script(view);
        }
        return new AccidentOracle(oracle);
    }

    /** The rows of the oracle's table record: what is in the topic now. */
    public static List<List<Object>> inputOf(Topic topic) throws IOException {
        var reports = new GenericMessages("AccidentReport");
        var zones = H3Core.newInstance();
        return topic.records().stream()
                .map(record -> row(record, reports, zones))
                .toList();
    }

    /** Leaves the table of accepted observations, and makes room for the records of the other topic. */
    private static void judgeWeather(Oracle oracle, Topic topic) throws Exception {
        oracle.script("weather_input");
        oracle.insert("record", TopicOracle.inputOf(Weather.TOPIC, topic));
        oracle.script("verdict");
        oracle.execute("CREATE TABLE observation AS FROM verdict WHERE verdict = 'accepted'");
        oracle.execute("DROP VIEW verdict");
        oracle.execute("DROP VIEW event");
        oracle.execute("DROP TABLE record");
    }

    private static List<Object> row(ConsumerRecord<byte[], byte[]> record, GenericMessages reports, H3Core zones) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset(), record.timestamp()));
        row.add(Topic.keyOf(record));
        var report = reports.read(record.value());
        row.addAll(
                report.map(fields -> Oracle.values(fields, REPORT)).orElse(Collections.nCopies(REPORT.length, null)));
        var defect = Topic.defectOf(record);
        row.add(defect);
        row.add(defect == null ? zoneOf(report.orElseThrow(), zones) : null);
        return row;
    }

    private static String zoneOf(GenericRecord report, H3Core zones) {
        return zones.latLngToCellAddress(
                (double) report.get("latitude"), (double) report.get("longitude"), ZONE_RESOLUTION);
    }

    /** Fails where the run's tables, lake or dead letters are not, in every column of every row, what they must be. */
    void agreesWithEverything() throws SQLException {
        oracle.agreesWithTable("event_ledger_1m");
        oracle.agreesWithTable("accident");
        oracle.agreesWithTable("accident_1h");
        oracle.agreesWithLake(
                "accident_report", "lake_event", Oracle.times("occurred_at", "reported_at", "arrival_time"));
        oracle.agreesWithLake(
                "accident",
                "accident",
                Oracle.FLAG
                        + Oracle.times(
                                "first_seen", "reported_at", "occurred_at", "resolved_at", "weather_observed_at"));
        oracle.agreesWithLake("accident_1h", "accident_1h", Oracle.FLAG + Oracle.times("window_start"));
        oracle.agreesWithDeadLetters();
    }

    Rows rows(String sql) throws SQLException {
        return oracle.rows(sql);
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
