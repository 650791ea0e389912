package io.carriageway.verify.parity;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.util.ParameterTool;

/** Proves that streaming and every kind of replay give the same rows. The exit status is 1 if they differ. */
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

    /** The folder of the compiled classes, which is inside Maven's build folder. */
    static Path buildFolder() throws Exception {
        var classes = Parity.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(classes.toURI()).getParent();
    }
}
