package io.carriageway.verify.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.accident.Accident;
import io.carriageway.verify.oracle.Alerts;
import io.carriageway.verify.oracle.GenericMessages;
import io.carriageway.verify.oracle.Oracle;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.oracle.Zones;
import io.carriageway.verify.telemetry.Telemetry;
import io.carriageway.verify.topic.TopicOracle;
import io.carriageway.verify.weather.Weather;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The oracle of a road conditions job: it computes the four topics, each in a schema of its own, and the conditions
 * from all of them.
 */
final class ConditionsOracle implements AutoCloseable {

    private static final String[] FRAME = {
        "camera_id", "captured_at", "latitude", "longitude", "source_partition", "source_offset", "source_arrival"
    };

    private final Oracle oracle;
    private final Zones zones = new Zones();

    private ConditionsOracle(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Reads all records that are in the run's topics now. */
    static ConditionsOracle of(ConditionsRun run) throws Exception {
        var judge = new ConditionsOracle(Oracle.of(run));
        judge.oracle.judge("weather", TopicOracle.inputOf(Weather.TOPIC, run.input("weather")), "verdict");
        judge.oracle.judge("accident", TopicOracle.inputOf(Accident.TOPIC, run.input("accident")), "verdict");
        judge.oracle.judge(
                "telemetry",
                TopicOracle.inputOf(Telemetry.TOPIC, run.input("vehicle-telemetry")),
                "verdict",
                "road_edge",
                "road_segment",
                "telemetry_match");
        judge.oracle.insert("telemetry.network", List.of(List.of(Files.readString(run.network()))));
        judge.oracle.judge("detection", judge.frames(run.input("detection")), "verdict");
        judge.oracle.script("road_conditions_input");
        judge.oracle.insert("setting", List.of(List.of(run.activeFor().toMillis())));
        judge.insertZones();
        judge.oracle.script("weather_at");
        judge.oracle.script("road_conditions_5m");
        return judge;
    }

    private List<List<Object>> frames(Topic topic) {
        var messages = new GenericMessages("FrameDetections");
        return topic.records().stream().map(record -> row(record, messages)).toList();
    }

    private List<Object> row(ConsumerRecord<byte[], byte[]> record, GenericMessages messages) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset()));
        row.add(Topic.keyOf(record));
        var frame = messages.read(record.value());
        row.addAll(frame.map(fields -> Oracle.values(fields, FRAME)).orElse(Collections.nCopies(FRAME.length, null)));
        row.add(frame.map(fields -> ((Collection<?>) fields.get("detections")).size())
                .orElse(null));
        var defect = Topic.defectOf(record);
        row.add(defect);
        row.add(defect == null ? zoneOf(frame.orElseThrow()) : null);
        return row;
    }

    private String zoneOf(GenericRecord frame) {
        return zones.at((double) frame.get("latitude"), (double) frame.get("longitude"));
    }

    private void insertZones() throws SQLException {
        var segments = oracle.rows("SELECT * FROM telemetry.road_segment").rows();
        oracle.insert("segment_zone", segments.stream().map(this::segmentZone).toList());
        oracle.insert(
                "zone",
                oracle
                        .rows("SELECT zone_id FROM segment_zone UNION SELECT zone_id FROM detection.record"
                                + " UNION SELECT zone_id FROM accident.record")
                        .rows()
                        .stream()
                        .map(row -> row.get("zone_id"))
                        .filter(zone -> zone != null)
                        .map(this::zone)
                        .toList());
    }

    private List<Object> segmentZone(Map<String, String> segment) {
        return Arrays.asList(
                segment.get("segment_id"),
                Long.valueOf(segment.get("valid_from_ms")),
                zones.at(
                        Double.parseDouble(segment.get("midpoint_latitude")),
                        Double.parseDouble(segment.get("midpoint_longitude"))));
    }

    private List<Object> zone(String zoneId) {
        var centre = zones.centreOf(zoneId);
        return List.of(zoneId, centre.lat, centre.lng);
    }

    /** Fails if the run's table or dataset differs from the oracle in any column of any row. */
    void agreesWithEverything() throws SQLException {
        oracle.agreesWithTable("road_conditions_5m");
        oracle.agreesWithLake(
                "road_conditions_5m",
                "road_conditions_5m",
                Oracle.FLAG + Oracle.times("window_start", "weather_observed_at"));
    }

    Alerts alerts(Path rules, long clockMillis, Duration allowedLateness) throws Exception {
        return Alerts.judge(oracle, "road_conditions_5m", rules, clockMillis, allowedLateness);
    }

    /** Fails if the query's one value, over the oracle's rows, is not true. */
    void isTrue(String what, String sql) throws SQLException {
        assertThat(oracle.rows(sql).rows().get(0).values()).as(what).containsExactly("true");
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
