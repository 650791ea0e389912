package io.carriageway.verify;

import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.sandbox.servers.S3Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder. It counts the requests of each kind. */
final class CountedS3 implements AutoCloseable {

    private static final Pattern COUNT = Pattern.compile(
            "(?m)^http_server_request_duration_seconds_count\\{[^}]*s3_operation=\"(\\w+)\"[^}]*} ([\\d.E+]+)");

    private final S3Proxy server;
    private final int metricsPort;

    private CountedS3(S3Proxy server, int metricsPort) {
        this.server = server;
        this.metricsPort = metricsPort;
    }

    static CountedS3 start(Path folder, S3Access access) throws Exception {
        Files.createDirectories(folder.resolve(access.bucket()));
        int metricsPort = LoopbackPorts.free();
        var server = S3Proxy.builder()
                .endpoint(access.endpoint())
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, access.accessKey(), access.secretKey())
                .ignoreUnknownHeaders(true)
                .metricsEnabled(true)
                .metricsHost(LoopbackPorts.HOST)
                .metricsPort(metricsPort)
                .stopTimeout(0)
                .build();
        server.start();
        return new CountedS3(server, metricsPort);
    }

    /** Number of requests of each kind since the start. */
    TreeMap<String, Long> requests() throws IOException, InterruptedException {
        var metrics = URI.create("http://%s:%d/metrics".formatted(LoopbackPorts.HOST, metricsPort));
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        var requests = new TreeMap<String, Long>();
        COUNT.matcher(answer)
                .results()
                .forEach(count -> requests.merge(count.group(1), (long) Double.parseDouble(count.group(2)), Long::sum));
        if (requests.isEmpty() && answer.contains("request")) {
            throw new IllegalStateException("cannot read the server's metrics: " + answer);
        }
        return requests;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
