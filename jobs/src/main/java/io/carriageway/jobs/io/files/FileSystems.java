package io.carriageway.jobs.io.files;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/** Flink's file systems in a process that is no part of a cluster. */
public final class FileSystems {

    private FileSystems() {}

    /**
     * Sets them up as a cluster does: by config.yaml in the folder that FLINK_CONF_DIR names, with the plugins in the
     * one that FLINK_PLUGINS_DIR names.
     *
     * @return Flink's settings, those of S3 among them
     */
    public static Configuration open() {
        var configuration = GlobalConfiguration.loadConfiguration();
        FileSystem.initialize(configuration, PluginUtils.createPluginManagerFromRootFolder(configuration));
        return configuration;
    }
}
