package io.carriageway.sandbox.camera;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.DeadLetter;
import io.carriageway.event.FrameDetections;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.io.jdbc.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.vision.DetectorFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One camera job with topics, a database and a lake of its own, on the shared sandbox. */
final class CameraRun {

    private final Sandbox sandbox;
    private final String name;
    private final String databaseUrl;
    private final List<String> options = new ArrayList<>();
    private final SingleObjectCodec<CameraFrame> frames = new SingleObjectCodec<>(CameraFrame.class);

    CameraRun(Sandbox sandbox, String name, int partitions) throws Exception {
        this.sandbox = sandbox;
        this.name = name;
        this.databaseUrl = sandbox.database().create(name);
        sandbox.kafka().createTopic(cameraTopic(), partitions);
        sandbox.kafka().createTopic(detectionTopic(), 1);
        sandbox.kafka().createTopic(deadLetterTopic(), 1);
    }

    /** Writes the cameras' reference data, for a job that is not started yet. */
    CameraRun cameras(Map<String, String> roadMaskWktByCamera) throws SQLException {
        DatabaseSchema.migrate(new MySqlConnection(databaseUrl, sandbox.jdbcUser(), sandbox.jdbcPassword()));
        try (var connection = connect();
                var statement = connection.prepareStatement("INSERT INTO camera VALUES (?, ?, 0, 0, ?)")) {
            for (var camera : roadMaskWktByCamera.entrySet()) {
                statement.setString(1, camera.getKey());
                statement.setString(2, camera.getKey());
                statement.setString(3, camera.getValue());
                statement.executeUpdate();
            }
        }
        return this;
    }

    /** Adds an option to those that name this run's topics, database and lake; of one given twice, the last counts. */
    CameraRun with(String option, String value) {
        options.addAll(List.of("--" + option, value));
        return this;
    }

    String cameraTopic() {
        return "camera-" + name;
    }

    String detectionTopic() {
        return "detection-" + name;
    }

    String deadLetterTopic() {
        return "dead-letter-" + name;
    }

    String lakeFolder() {
        return name + "/lake";
    }

    /** Where the S3 server keeps the lake's objects. */
    Path lakeFiles() {
        return sandbox.folder().resolve("s3").resolve(sandbox.s3().bucket()).resolve(lakeFolder());
    }

    Topic topic(String topic) {
        return new Topic(sandbox.kafkaBootstrap(), topic);
    }

    /** Sends a frame as its camera would: to the partition of its key, stamped with its arrival. */
    void send(CameraFrame frame, long arrivalMillis) {
        sendBytes(frame.getCameraId(), frames.encode(frame), arrivalMillis);
    }

    void sendBytes(String key, byte[] value, long arrivalMillis) {
        topic(cameraTopic()).send(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, arrivalMillis);
    }

    JobID start(int parallelism) throws Exception {
        var env = environment(parallelism);
        CameraJob.attach(env, arguments());
        return sandbox.flink().submit(env, name);
    }

    JobID resume(int parallelism, String savepoint) throws Exception {
        var env = environment(parallelism);
        CameraJob.attach(env, arguments());
        return sandbox.flink().resume(env, name, savepoint);
    }

    JobID start(int parallelism, DetectorFactory detectors) throws Exception {
        var env = environment(parallelism);
        CameraJob.attach(env, detectors, arguments());
        return sandbox.flink().submit(env, name);
    }

    JobID resume(int parallelism, DetectorFactory detectors, String savepoint) throws Exception {
        var env = environment(parallelism);
        CameraJob.attach(env, detectors, arguments());
        return sandbox.flink().resume(env, name, savepoint);
    }

    /** Says that no more input comes: every window closes, every file is finished. */
    void drain(JobID job) {
        sandbox.flink().stopWithSavepoint(job, true);
    }

    private StreamExecutionEnvironment environment(int parallelism) {
        var env = new StreamExecutionEnvironment(sandbox.flinkConfiguration());
        env.setParallelism(parallelism).enableCheckpointing(1_000);
        return env;
    }

    private String[] arguments() {
        var all = new ArrayList<>(List.of(
                "--kafka.bootstrap", sandbox.kafkaBootstrap(),
                "--topic.camera", cameraTopic(),
                "--topic.detection", detectionTopic(),
                "--topic.dead-letter", deadLetterTopic(),
                "--mysql.url", databaseUrl,
                "--mysql.user", sandbox.jdbcUser(),
                "--mysql.password", sandbox.jdbcPassword(),
                "--lake", sandbox.s3().uri(lakeFolder())));
        all.addAll(options);
        return all.toArray(new String[0]);
    }

    List<FrameDetections> detections() {
        return values(detectionTopic(), FrameDetections.class);
    }

    List<DeadLetter> deadLetters() {
        return values(deadLetterTopic(), DeadLetter.class);
    }

    private <T extends SpecificRecordBase> List<T> values(String topic, Class<T> type) {
        var codec = new SingleObjectCodec<>(type);
        return topic(topic).records().stream()
                .map(record -> ((Decoded.Value<T>) codec.decode(record.value())).value())
                .toList();
    }

    /** The result of a query, every row as its columns' texts. */
    List<List<String>> query(String sql) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(query(sql).get(0).get(0));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl, sandbox.jdbcUser(), sandbox.jdbcPassword());
    }
}
