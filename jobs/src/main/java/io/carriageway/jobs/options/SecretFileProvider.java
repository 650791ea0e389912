package io.carriageway.jobs.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Reads secrets from files of one line each, {@code ${directory:/folder:file}}. Unlike Kafka's own provider it leaves
 * out the end of the line and a byte order mark, and needs no right to list the folder.
 */
public final class SecretFileProvider implements ConfigProvider {

    private static final Pattern AROUND = Pattern.compile("^\\uFEFF|\\R\\z");

    @Override
    public ConfigData get(String folder) {
        return new ConfigData(Map.of());
    }

    @Override
    public ConfigData get(String folder, Set<String> files) {
        var secrets = new HashMap<String, String>();
        for (var file : files) {
            try {
                var text = Files.readString(Path.of(folder, file), StandardCharsets.UTF_8);
                secrets.put(file, AROUND.matcher(text).replaceAll(""));
            } catch (IOException unreadable) {
                // the reference stays unresolved, and is reported by its name
            }
        }
        return new ConfigData(secrets);
    }

    @Override
    public void configure(Map<String, ?> none) {
        // there is nothing to configure
    }

    @Override
    public void close() {
        // nothing is open
    }
}
