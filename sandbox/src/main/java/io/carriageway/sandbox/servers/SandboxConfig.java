package io.carriageway.sandbox.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a sandbox, from environment variables. A port of 0 means a free one, {@code keepData} keeps the data
 * folder, and {@code secure} adds TLS, accounts and rights to Kafka and the database.
 */
public record SandboxConfig(
        int kafkaPort,
        int mysqlPort,
        int s3Port,
        int flinkPort,
        boolean keepData,
        boolean secure,
        Path cache,
        String searchPath,
        Optional<ExternalDatabase> externalDatabase) {
    private static final int LAST_PORT = 65_535;

    public static SandboxConfig fromEnvironment(Map<String, String> environment) {
        return new SandboxConfig(
                port(environment, "KAFKA_PORT"),
                port(environment, "MYSQL_PORT"),
                port(environment, "S3_PORT"),
                port(environment, "FLINK_PORT"),
                "1".equals(environment.get("DEMO_KEEP")),
                "1".equals(environment.get("SECURE")),
                cache(environment),
                environment.getOrDefault("PATH", ""),
                Optional.ofNullable(environment.get("MYSQL_URL")).map(ExternalDatabase::of));
    }

    private static int port(Map<String, String> environment, String name) {
        var text = environment.getOrDefault(name, "0");
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // rejected below, like a number that is no port
        }
        throw new IllegalArgumentException(name + "=" + text + " is not a port");
    }

    private static Path cache(Map<String, String> environment) {
        var own = environment.get("CARRIAGEWAY_CACHE");
        if (own != null) {
            return Path.of(own).toAbsolutePath();
        }
        var users = environment.get("XDG_CACHE_HOME");
        var root = users != null ? Path.of(users) : Path.of(System.getProperty("user.home"), ".cache");
        return root.resolve("carriageway").toAbsolutePath();
    }
}
