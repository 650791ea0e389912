package io.carriageway.verify.parity;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.util.ParameterTool;

/** Proves that streaming and every replay give the same numbers; ends with 1 where they do not. */
public final class Parity {

    private Parity() {}

    public static void main(String[] args) throws Exception {
        var options = ParameterTool.fromArgs(args);
        System.exit(run(options.getLong("seed"), Duration.ofMinutes(options.getLong("minutes"))) ? 0 : 1);
    }

    private static boolean run(long seed, Duration length) throws Exception {
        try (var sandbox = Sandbox.start(SandboxConfig.fromEnvironment(System.getenv()))) {
            return ParityRun.of(sandbox, seed, length, Way.all(), buildFolder(), System.out)
                    .isParity();
        }
    }

    /** Where the classes of the tests lie, which is Maven's folder for what it builds. */
    static Path buildFolder() throws Exception {
        var classes = Parity.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(classes.toURI()).getParent();
    }
}
