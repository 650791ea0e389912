package io.carriageway.verify.upgrade;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.verify.trial.TrialJob;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the savepoints that later versions must be able to restore: one file a job, in the folder that is named. */
public final class Savepoints {

    private Savepoints() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createDirectories(Path.of(args[0]));
        try (var sandbox = Sandbox.start(SandboxConfig.fromEnvironment(System.getenv()))) {
            var bucket = sandbox.folder().resolve("s3").resolve(sandbox.s3().bucket());
            for (var job : TrialJob.all()) {
                var made = HalfWay.of(sandbox, job)
                        .savepoint()
                        .replace(sandbox.s3().uri(""), "");
                var file = folder.resolve(job + ".zip");
                SavepointFile.pack(bucket.resolve(made), file);
                System.out.printf("%s: %d bytes%n", file, Files.size(file));
            }
        }
        System.exit(0);
    }
}
