package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flink's file system and the client for pictures, each in a process of its own, find the keys of S3 where config.yaml
 * has none.
 */
@ExtendWith(SandboxExtension.class)
class BucketCredentialsIT {

    private static final String PROVIDER =
            "s3.aws.credentials.provider: com.amazonaws.auth.DefaultAWSCredentialsProviderChain\n";

    @TempDir
    Path folder;

    private final Sandbox sandbox;

    BucketCredentialsIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void putAnObject() throws Exception {
        Files.writeString(
                sandbox.folder().resolve("s3").resolve(sandbox.s3().bucket()).resolve("known.txt"), "x");
    }

    @Test
    void inTheEnvironment() throws Exception {
        var keys = Map.of(
                "AWS_ACCESS_KEY_ID", sandbox.s3().accessKey(),
                "AWS_SECRET_ACCESS_KEY", sandbox.s3().secretKey());
        assertThat(read("", List.of(), keys)).contains("plugin true", "client 1");
    }

    @Test
    void inTheFileOfTheUser() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve(".aws")).resolve("credentials"),
                "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n"
                        .formatted(sandbox.s3().accessKey(), sandbox.s3().secretKey()));
        assertThat(read(PROVIDER, List.of("-Duser.home=" + folder), Map.of("HOME", folder.toString())))
                .contains("plugin true", "client 1");
    }

    private String read(String more, List<String> options, Map<String, String> environment) throws Exception {
        Files.writeString(
                folder.resolve("config.yaml"),
                "s3.endpoint: %s\ns3.endpoint.region: us-east-1\ns3.path.style.access: true\n%s"
                        .formatted(sandbox.s3().endpoint(), more));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(List.of(BucketReader.class.getName(), sandbox.s3().bucket(), "known.txt"));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().put("FLINK_CONF_DIR", folder.toString());
        process.environment()
                .put(
                        "FLINK_PLUGINS_DIR",
                        Path.of("..", "sandbox", "target", "plugins")
                                .toAbsolutePath()
                                .toString());
        process.environment().putAll(environment);
        var started = process.start();
        var output = new String(started.getInputStream().readAllBytes());
        started.waitFor();
        return output;
    }
}
