package io.carriageway.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * A real S3 server over a folder: it implements the protocol and checks signatures, and stores objects as plain files.
 */
public final class EmbeddedS3 implements AutoCloseable {
    private final S3Proxy server;

    private EmbeddedS3(S3Proxy server) {
        this.server = server;
    }

    static EmbeddedS3 start(Path folder, S3Access access) throws Exception {
        createBucket(folder, access.bucket());
        var server = S3Proxy.builder()
                .endpoint(access.endpoint())
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, access.accessKey(), access.secretKey())
                .ignoreUnknownHeaders(true)
                // clients keep idle connections open: waiting for them would only delay the end
                .stopTimeout(0)
                .build();
        server.start();
        return new EmbeddedS3(server);
    }

    /** A bucket of this server is a folder. A folder that other users can read would be readable without a key. */
    private static void createBucket(Path folder, String bucket) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.resolve(bucket), ownerOnly);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not stop", e);
        }
    }
}
