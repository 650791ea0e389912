package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class EmbeddedS3IT {
    @Test
    void whatFlinkWritesToS3IsListedAndReadBack(Sandbox sandbox) throws Exception {
        var file = new Path(sandbox.s3().uri("s3-it/hour=08/part-0"));
        var s3 = FileSystem.get(file.toUri());
        write(s3, file, "ten cars");

        assertThat(Stream.of(s3.listStatus(file.getParent())).map(status -> status.getPath()))
                .containsExactly(file);
        try (var in = s3.open(file)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("ten cars");
        }
        assertThat(sandbox.folder().resolve("s3/carriageway/s3-it/hour=08/part-0"))
                .as("the object on the disk of the server")
                .hasContent("ten cars");
    }

    @Test
    void flinkReachesS3ThroughThePluginAndNotThroughItsClassPath(Sandbox sandbox) throws Exception {
        var s3 = FileSystem.getUnguardedFileSystem(URI.create(sandbox.s3().uri("")));
        assertThat(s3.getClass().getName()).contains("PluginFileSystemFactory");
    }

    @Test
    void aRequestWithoutASignatureIsRefused(Sandbox sandbox) throws Exception {
        var file = new Path(sandbox.s3().uri("s3-it-private"));
        write(FileSystem.get(file.toUri()), file, "mine");

        assertThat(statusWithoutSignature(sandbox, "/carriageway")).isEqualTo(403);
        assertThat(statusWithoutSignature(sandbox, "/carriageway/s3-it-private"))
                .isEqualTo(403);
    }

    private static void write(FileSystem s3, Path file, String text) throws IOException {
        try (var out = s3.create(file, WriteMode.NO_OVERWRITE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int statusWithoutSignature(Sandbox sandbox, String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(sandbox.s3Endpoint() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
