package io.carriageway.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.core.plugin.PluginManager;

/** Loads Flink's S3 file system, which Flink only loads from a folder of plugins. */
public final class S3Plugin {

    private S3Plugin() {}

    public static PluginManager load(Path plugins, Configuration configuration) throws IOException {
        if (!Files.isDirectory(plugins)) {
            throw new IllegalStateException(
                    "Flink's S3 plugin is not in " + plugins + ": build the sandbox with Maven");
        }
        return new DefaultPluginManager(
                new DirectoryBasedPluginFinder(plugins).findPlugins(),
                CoreOptions.getPluginParentFirstLoaderPatterns(configuration));
    }
}
