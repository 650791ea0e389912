package io.carriageway.verify.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.DeadLetter;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** One job with a topic, dead letters, a database and a lake of its own, on the shared sandbox. */
public abstract class JobRun {

    private static final Duration LONGEST_REPLAY = Duration.ofMinutes(5);

    private final FlinkRuntime runtime;
    private final String topic;
    private final String name;
    private final String databaseUrl;
    private final List<String> options = new ArrayList<>();
    private final Map<JobID, AtomicReference<JobSinks>> outputs = new HashMap<>();
    private Path lakeFiles;

    /**
     * Creates the topics and stores that the job needs.
     *
     * @param topic the topic that the job owns
     * @param name distinguishes this run from others
     */
    protected JobRun(FlinkRuntime runtime, String topic, String name, int partitions) throws Exception {
        this(runtime, topic, name);
        createTopic(inputTopic(), partitions);
        createTopic(deadLetterTopic(), 1);
        option("topic." + topic, inputTopic());
        option("topic.dead-letter", deadLetterTopic());
    }

    /** Creates the stores for a job that owns no topic. */
    protected JobRun(FlinkRuntime runtime, String name) throws Exception {
        this(runtime, null, name);
    }

    private JobRun(FlinkRuntime runtime, String topic, String name) throws Exception {
        this.runtime = runtime;
        this.topic = topic;
        this.name = name;
        this.databaseUrl = runtime.servers().database().create(name);
        option("kafka.bootstrap", runtime.servers().kafka().bootstrap());
        option("mysql.url", runtime.jobsUrl(name));
        option("mysql.user", runtime.servers().database().user());
        option("mysql.password-file", runtime.servers().databasePasswordFile().toString());
        option("lake", runtime.servers().s3().uri(lakeFolder()));
        this.lakeFiles = runtime.servers()
                .folder()
                .resolve("s3")
                .resolve(runtime.servers().s3().bucket())
                .resolve(lakeFolder());
    }

    protected final void createTopic(String name, int partitions) throws Exception {
        runtime.servers().kafka().createTopic(name, partitions);
    }

    /** Makes the job raise alerts by the rules of a file, and publish them to a topic of this run. */
    public final void raiseAlertsBy(Path rules) throws Exception {
        createTopic(alertTopic(), 1);
        option("alerts", rules.toUri().toString());
        option("topic.alert", alertTopic());
    }

    /** Builds the job in that environment. */
    public interface Attach {
        JobSinks to(StreamExecutionEnvironment env, String... arguments) throws Exception;
    }

    public final JobID start(int parallelism, Attach job) throws Exception {
        return submit(parallelism, Optional.empty(), job);
    }

    public final JobID resume(int parallelism, String savepoint, Attach job) throws Exception {
        return submit(parallelism, Optional.of(savepoint), job);
    }

    private JobID submit(int parallelism, Optional<String> savepoint, Attach job) throws Exception {
        var attached = new AtomicReference<JobSinks>();
        var id = runtime.submit(
                name, parallelism, savepoint, options, (env, arguments) -> attached.set(job.to(env, arguments)));
        outputs.put(id, attached);
        return id;
    }

    /** The job as Flink would run it. */
    final StreamGraph plan(Attach job) throws Exception {
        var env = new StreamExecutionEnvironment();
        var unused = job.to(env, options.toArray(new String[0]));
        return env.getStreamGraph();
    }

    /** Completes a checkpoint of the job. */
    public final void checkpoint(JobID job) throws Exception {
        runtime.checkpoint(job);
    }

    /** Stops the job, and returns the savepoint from which it can resume. */
    public final String stop(JobID job) throws Exception {
        return runtime.stop(job, false);
    }

    /** Drains the job: no more input comes, every window closes, every file is finished. */
    public final void drain(JobID job) throws Exception {
        var unused = runtime.stop(job, true);
    }

    /** Bounded runs and Flink's own metrics need the sandbox's Flink. */
    private Sandbox embedded() {
        return (Sandbox) runtime;
    }

    /** Waits for a bounded job to finish, fails if the job failed, and publishes its rows. */
    public final void awaitEnd(JobID job) throws Exception {
        assertThat(embedded().flink().awaitEnd(job, LONGEST_REPLAY))
                .as("what failed the job")
                .isEmpty();
        outputs.get(job).get().publish();
    }

    /** Number of events whose window was already final, which must be 0. The job may have ended. */
    public final long lateRecordsDropped(JobID job) throws Exception {
        return runtime.lateRecordsDropped(job);
    }

    /** A job's watermark of a topic, in milliseconds. */
    public final long watermark(JobID job, Topic topic) {
        return embedded().flink().watermark(job, topic.name() + "-final-watermark");
    }

    /** Flink's information about the job, such as its restarts. */
    public final String statusHistory(JobID job) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(embedded().flinkUrl() + "/jobs/" + job))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /**
     * Adds an option to those that name this run's topics, database and lake. If one is given twice, the last counts.
     */
    protected final void option(String option, String value) {
        options.addAll(List.of("--" + option, value));
    }

    public final String name() {
        return name;
    }

    public final String inputTopic() {
        return topic + "-" + name;
    }

    public final String deadLetterTopic() {
        return "dead-letter-" + name;
    }

    public final String alertTopic() {
        return "alert-" + name;
    }

    public final String lakeFolder() {
        return name + "/lake";
    }

    /** The folder of the lake's files: by default that of the S3 server. */
    public final Path lakeFiles() {
        return lakeFiles;
    }

    /** Puts the lake into a folder in place of S3. */
    protected final void lakeIn(Path folder) {
        option("lake", folder.toUri().toString());
        lakeFiles = folder;
    }

    public final Topic topic(String topic) {
        return new Topic(runtime.servers().kafka().bootstrap(), topic);
    }

    /** Sends a value as its sender would: to the partition of its key, with its arrival time. */
    public final void sendBytes(String key, byte[] value, long arrivalMillis) {
        topic(inputTopic()).send(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, arrivalMillis);
    }

    public final List<DeadLetter> deadLetters() {
        return values(deadLetterTopic(), DeadLetter.class);
    }

    /** Returns when the last record of every partition, which must be a defective one, is in the dead letters. */
    public final void awaitBadEnd() throws Exception {
        var ends = new HashMap<Integer, Long>();
        topic(inputTopic()).records().forEach(record -> ends.put(record.partition(), record.offset()));
        Eventually.holds("the last record of every partition is rejected", () -> {
            var rejected = deadLetters().stream()
                    .map(letter -> Map.entry(letter.getPartition(), letter.getOffset()))
                    .collect(Collectors.toSet());
            return rejected.containsAll(ends.entrySet());
        });
    }

    /** The events of a topic that only the job fills. */
    public final <T extends SpecificRecordBase> List<T> values(String topic, Class<T> type) {
        var codec = new SingleObjectCodec<>(type);
        return topic(topic).records().stream()
                .map(record -> ((Decoded.Value<T>) codec.decode(record.value())).value())
                .toList();
    }

    /** The rows of a query, each as the texts of its columns. */
    public final List<List<String>> query(String sql) throws SQLException {
        try (var connection = connect()) {
            return TextRows.of(connection, sql);
        }
    }

    /** Number of rows that the tables of this run's database have refused. */
    public final long refusedRows() throws SQLException {
        return number("SELECT COUNT(*) FROM refused_row");
    }

    public final long number(String sql) throws SQLException {
        return Long.parseLong(query(sql).get(0).get(0));
    }

    /** Changes this run's database. */
    public final void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public final Connection connect() throws SQLException {
        return DriverManager.getConnection(
                databaseUrl,
                runtime.servers().database().user(),
                runtime.servers().database().password());
    }

    public final MySqlConnection database() {
        return new MySqlConnection(
                databaseUrl,
                runtime.servers().database().user(),
                runtime.servers().database().password());
    }
}
