package io.carriageway.verify.secure;

import io.carriageway.sandbox.servers.Servers;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Searches the running cluster of {@code make cluster SECURE=1} for its secrets: Flink's answers and logs, arguments of
 * processes, and all that Kafka, S3 (checkpoints, savepoints, HA storage, lake) and ZooKeeper store. Only the files
 * that give the secrets to the jobs may contain them.
 */
public final class ClusterSecrets {

    /** The folders of the servers that store what jobs give them. */
    private static final List<String> STORES = List.of("kafka", "s3", "zookeeper");

    private ClusterSecrets() {}

    /** Prints what was searched and what was found. Ends with 1 if a secret was found. */
    public static void main(String... unused) throws Exception {
        var folder = Servers.buildFolder().resolve("cluster");
        var secrets = ofAccounts(folder);
        secrets.put("s3.secret-key", s3Key(folder));
        var search = new SecretSearch(secrets).processes().answers(flinkUrl(folder));
        search.files("logs", folder.resolve("log"));
        for (var store : STORES) {
            search.files(store, data(folder).resolve(store));
        }
        search.found().forEach(found -> System.out.println("found: " + found));
        System.out.println("secrets=%d searched=%s found=%d"
                .formatted(secrets.size(), search.searched(), search.found().size()));
        System.exit(search.found().isEmpty() ? 0 : 1);
    }

    /** The passwords of every account whose files are in that folder, by file and key. */
    static Map<String, String> ofAccounts(Path folder) throws IOException {
        var secrets = new HashMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (name.endsWith(".database-password")) {
                    secrets.put(name, Files.readString(file).strip());
                } else if (name.endsWith(".secrets")) {
                    properties(Files.readString(file))
                            .forEach((key, value) -> secrets.put(name + ":" + key, (String) value));
                }
            }
        }
        if (secrets.isEmpty()) {
            throw new IllegalStateException("no secrets in %s: start make cluster SECURE=1".formatted(folder));
        }
        return secrets;
    }

    /** The key of S3, as Flink's configuration contains it. */
    private static String s3Key(Path folder) {
        return GlobalConfiguration.loadConfiguration(folder.resolve("conf").toString())
                .toMap()
                .get("s3.secret-key");
    }

    private static String flinkUrl(Path folder) throws IOException {
        return ready(folder).getProperty("flink");
    }

    private static Path data(Path folder) throws IOException {
        return Path.of(ready(folder).getProperty("data"));
    }

    private static Properties ready(Path folder) throws IOException {
        return properties(Files.readString(folder.resolve("ready")));
    }

    private static Properties properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
