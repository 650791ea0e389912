package io.carriageway.sandbox.cluster;

import io.carriageway.sandbox.secrets.OwnerOnly;
import io.carriageway.sandbox.servers.S3Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.GlobalConfiguration;

/** Writes the configuration of flink-conf with the addresses of this machine filled in, as a user would. */
record ClusterConf(S3Access s3, String zooKeeper, int restPort, Path temporary, Map<String, String> security) {

    private static final String HOST = "127.0.0.1";

    /** Writes the folder. Only this user can read it, because it contains the key of S3. */
    void write(Path shipped, Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
        var settings = new TreeMap<>(
                GlobalConfiguration.loadConfiguration(shipped.toString()).toMap());
        settings.putAll(s3.flinkOptions());
        settings.putAll(addresses());
        settings.putAll(sizes());
        settings.putAll(security);
        var lines = new ArrayList<String>();
        settings.forEach((key, value) -> lines.add("%s: '%s'".formatted(key, value.replace("'", "''"))));
        Files.write(folder.resolve(GlobalConfiguration.FLINK_CONF_FILENAME), lines);
        for (var file : new String[] {"log4j.properties", "log4j-console.properties", "log4j-cli.properties"}) {
            Files.write(folder.resolve(file), Files.readAllBytes(shipped.resolve(file)));
        }
    }

    private Map<String, String> addresses() {
        return Map.ofEntries(
                Map.entry("jobmanager.rpc.address", HOST),
                Map.entry("jobmanager.bind-host", HOST),
                Map.entry("taskmanager.host", HOST),
                Map.entry("taskmanager.bind-host", HOST),
                Map.entry("rest.address", HOST),
                Map.entry("rest.bind-address", HOST),
                Map.entry("rest.port", String.valueOf(restPort)),
                Map.entry("high-availability.type", "zookeeper"),
                Map.entry("high-availability.zookeeper.quorum", zooKeeper),
                Map.entry("high-availability.zookeeper.client.session-timeout", "5s"),
                Map.entry("high-availability.zookeeper.client.connection-timeout", "5s"),
                Map.entry("high-availability.storageDir", s3.uri("ha")),
                Map.entry("execution.checkpointing.dir", s3.uri("checkpoints")),
                Map.entry("execution.checkpointing.savepoint-dir", s3.uri("savepoints")),
                Map.entry("io.tmp.dirs", temporary.toString()),
                Map.entry(
                        "state.backend.rocksdb.log.dir",
                        temporary.resolve("rocksdb-logs").toString()));
    }

    /** Everything runs on one machine, so each process gets less memory than on a server. */
    private static Map<String, String> sizes() {
        return Map.of(
                "jobmanager.memory.process.size", "1200m",
                "taskmanager.memory.process.size", "2900m",
                "taskmanager.memory.managed.size", "512m",
                "taskmanager.memory.network.min", "200m",
                "taskmanager.memory.network.max", "200m");
    }
}
