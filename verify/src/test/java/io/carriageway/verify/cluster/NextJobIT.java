package io.carriageway.verify.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.S3Plugin;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.servers.Servers;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that with the libraries of flink-install, checkpoints do not depend on jobs that have ended. */
@ExtendWith(SandboxExtension.class)
class NextJobIT {

    @Test
    void whatOneJobLeftDoesNotDisturbTheCheckpointsOfTheNext(Sandbox sandbox) throws Exception {
        var built = Servers.buildFolder().resolve("../../cluster/target").normalize();
        var classPath = String.join(
                File.pathSeparator,
                built.resolve("flink/lib/*").toString(),
                built.resolve("install/lib/*").toString(),
                folderOf(NextJob.class),
                folderOf(S3Plugin.class));
        var command = new ArrayList<>(List.of("java", "-cp", classPath, NextJob.class.getName()));
        sandbox.s3().flinkOptions().forEach((key, value) -> command.addAll(List.of("--" + key, value)));
        command.addAll(List.of("--plugins", built.resolve("install/plugins").toString()));
        command.addAll(List.of("--folder", sandbox.s3().uri("next-job")));

        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
    }

    private static String folderOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
