package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.cluster.FlinkHome;
import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Path;
import java.util.Map;

/** The Flink of this machine: the user's own, or the one that the build has assembled, and the jar of its jobs. */
public final class BuiltFlink {

    private BuiltFlink() {}

    /** The Flink that FLINK_HOME names; without it, the one of the build. */
    static FlinkHome home(Map<String, String> environment, Path conf) throws Exception {
        var own = environment.getOrDefault("FLINK_HOME", "");
        return FlinkHome.at(own.isBlank() ? built("cluster/target/flink") : Path.of(own), conf);
    }

    public static Path jobsJar() throws Exception {
        return built("jobs/target/carriageway-jobs.jar");
    }

    private static Path built(String path) throws Exception {
        return Servers.buildFolder().resolve("../..").resolve(path).normalize();
    }
}
