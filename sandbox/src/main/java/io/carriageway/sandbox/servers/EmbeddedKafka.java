package io.carriageway.sandbox.servers;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker with its own controller (KRaft) in this process. Topics must be created, keep all records, and
 * use the producer's timestamps, so that simulated and imported history has its own arrival times.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** End of the names of settings to which more listeners are appended. */
    private static final String LISTENERS = "listeners";

    private static final int NODE_ID = 1;
    private static final short REPLICATION = 1;
    /** A camera's picture is one record; Kafka's own limit of 1 MiB is below a 1080p JPEG of good quality. */
    private static final String MAX_RECORD_BYTES = String.valueOf(10 * 1024 * 1024);

    private final Map<String, String> config;
    private final String bootstrap;
    private KafkaRaftServer server;

    private EmbeddedKafka(Map<String, String> config, String bootstrap) {
        this.config = config;
        this.bootstrap = bootstrap;
    }

    public static EmbeddedKafka start(Path folder, int port) throws Exception {
        return start(folder, port, Map.of());
    }

    /** @param more settings of the broker that replace others */
    static EmbeddedKafka start(Path folder, int port, Map<String, String> more) throws Exception {
        var logs = folder.toString();
        format(logs);
        var bootstrap = LoopbackPorts.HOST + ":" + port;
        var controller = LoopbackPorts.HOST + ":" + LoopbackPorts.free();
        var config = new HashMap<>(config(logs, bootstrap, controller));
        more.forEach((key, value) ->
                config.merge(key, value, (old, added) -> key.endsWith(LISTENERS) ? old + "," + added : added));
        var kafka = new EmbeddedKafka(config, bootstrap);
        kafka.start();
        return kafka;
    }

    /** Starts the broker again with its data on the same port. */
    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
    }

    /** Stops the broker, until {@link #start}. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(String logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .setDirectories(List.of(logs))
                .setMetadataLogDirectory(logs)
                .setControllerListenerName("CONTROLLER")
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Map<String, String> config(String logs, String broker, String controller) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", String.valueOf(NODE_ID)),
                Map.entry("controller.quorum.voters", NODE_ID + "@" + controller),
                Map.entry("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + broker),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", logs),
                Map.entry("auto.create.topics.enable", "false"),
                // one broker: Kafka's own topics cannot have more copies, and need no more partitions
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // a consumer group of one member need not wait for others
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(2 * 1024 * 1024)));
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** Creates a topic whose records keep the producer's time, past or future, and are never deleted. */
    public void createTopic(String name, int partitions) throws InterruptedException {
        createTopic(name, partitions, Long.MAX_VALUE);
    }

    /** As above, but the broker refuses records whose time is farther ahead than that. */
    public void createTopic(String name, int partitions, long farthestAheadMillis) throws InterruptedException {
        var topic = new NewTopic(name, partitions, REPLICATION)
                .configs(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, String.valueOf(farthestAheadMillis),
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_RECORD_BYTES));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create topic " + name, e.getCause());
        }
    }

    @Override
    public void close() {
        stop();
    }
}
