package io.carriageway.jobs.io.files;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/** Sets up Flink's file systems in a process outside a cluster. */
public final class FileSystems {

    private FileSystems() {}

    /**
     * Sets them up as a cluster does: with config.yaml from the folder in FLINK_CONF_DIR and the plugins in
     * FLINK_PLUGINS_DIR.
     *
     * @return Flink's settings, which include those of S3
     */
    public static Configuration open() {
        var configuration = GlobalConfiguration.loadConfiguration();
        FileSystem.initialize(configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
        return configuration;
    }
}
