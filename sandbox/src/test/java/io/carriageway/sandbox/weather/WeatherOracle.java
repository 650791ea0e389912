package io.carriageway.sandbox.weather;

import io.carriageway.sandbox.oracle.Alerts;
import io.carriageway.sandbox.oracle.GenericMessages;
import io.carriageway.sandbox.oracle.Oracle;
import io.carriageway.sandbox.oracle.Rows;
import io.carriageway.sandbox.oracle.Topic;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The judge of a weather job: every number that follows from the observations is computed again. */
public final class WeatherOracle implements AutoCloseable {

    /** In the order in which they build on each other. */
    private static final List<String> VIEWS =
            List.of("weather_verdict", "dead_letter", "event_ledger_1m", "weather_10m", "lake_weather");

    private static final String[] OBSERVATION = {
        "station_id",
        "observed_at",
        "latitude",
        "longitude",
        "temperature_c",
        "humidity_pct",
        "pressure_hpa",
        "wind_speed_ms",
        "wind_direction_deg",
        "precipitation_mm_h",
        "visibility_m",
        "condition",
        "description",
        "air_quality_index"
    };

    private final Oracle oracle;

    private WeatherOracle(Oracle oracle) {
        this.oracle = oracle;
    }

    /** Reads what is in the run's topic now. */
    static WeatherOracle of(WeatherRun run) throws Exception {
        var oracle = Oracle.of(run);
        oracle.script("weather_input");
        oracle.insert("record", inputOf(run.topic(run.inputTopic())));
        for (var view : VIEWS) {
            oracle.script(view);
        }
        return new WeatherOracle(oracle);
    }

    /** The rows of the oracle's table record: what is in the topic now. */
    public static List<List<Object>> inputOf(Topic topic) {
        var observations = new GenericMessages("WeatherObservation");
        return topic.records().stream().map(record -> row(record, observations)).toList();
    }

    private static List<Object> row(ConsumerRecord<byte[], byte[]> record, GenericMessages observations) {
        var row = new ArrayList<Object>();
        row.addAll(List.of(record.topic(), record.partition(), record.offset(), record.timestamp()));
        row.add(Topic.keyOf(record));
        row.addAll(observations
                .read(record.value())
                .map(observation -> Oracle.values(observation, OBSERVATION))
                .orElse(Collections.nCopies(OBSERVATION.length, null)));
        row.add(Topic.defectOf(record));
        return row;
    }

    /** Fails where the run's tables, lake or dead letters are not, in every column of every row, what they must be. */
    void agreesWithEverything() throws SQLException {
        agreesWithRows();
        oracle.agreesWithDeadLetters();
    }

    /** The same for a run in which nothing was rejected. */
    void agreesWithRows() throws SQLException {
        oracle.agreesWithTable("weather_10m");
        oracle.agreesWithTable("event_ledger_1m");
        oracle.agreesWithLake("weather", "lake_weather", Oracle.times("observed_at", "arrival_time"));
        oracle.agreesWithLake("weather_10m", "weather_10m", Oracle.FLAG + Oracle.times("window_start"));
    }

    Alerts alerts(Path rules, long clockMillis, Duration allowedLateness) throws Exception {
        return Alerts.judge(oracle, "weather_10m", rules, clockMillis, allowedLateness);
    }

    Rows rows(String sql) throws SQLException {
        return oracle.rows(sql);
    }

    @Override
    public void close() throws SQLException {
        oracle.close();
    }
}
