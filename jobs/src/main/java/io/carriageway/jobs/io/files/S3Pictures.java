package io.carriageway.jobs.io.files;

import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureAnswer.Denied;
import io.carriageway.camera.picture.PictureAnswer.Forbidden;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.camera.picture.PictureReader;
import io.carriageway.camera.picture.PictureUri;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Reads pictures from S3 by GET. Only S3's error code identifies an error; a status without one may come from any host
 * on the way.
 */
final class S3Pictures implements PictureReader {

    private static final Set<String> NEVER = Set.of("InvalidObjectState", "KeyTooLongError", "InvalidURI");

    private final Configuration flink;
    private final Duration soon;
    private S3Client client;
    private boolean closed;

    /** Takes the longest time of a first attempt. */
    S3Pictures(Configuration flink, Duration soon) {
        this.flink = flink;
        this.soon = soon;
    }

    @Override
    public PictureAnswer read(String uri, int maxBytes) {
        return read(uri, maxBytes, limits -> {});
    }

    @Override
    public PictureAnswer readSoon(String uri, int maxBytes) {
        return read(uri, maxBytes, limits -> limits.apiCallTimeout(soon));
    }

    private PictureAnswer read(String uri, int maxBytes, Consumer<AwsRequestOverrideConfiguration.Builder> limits) {
        try {
            return new Found(client().getObject(
                            request -> request.bucket(PictureUri.bucketOf(uri))
                                    .key(PictureUri.keyOf(uri))
                                    .overrideConfiguration(limits),
                            (response, in) -> start(in, maxBytes + 1)));
        } catch (AwsServiceException e) {
            return answer(e);
        } catch (SdkException | IllegalArgumentException e) {
            return new Unavailable(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the start of an object and aborts the rest. Without the abort the client would read a large object to its
     * end, to reuse the connection.
     */
    private static byte[] start(AbortableInputStream in, int bytes) throws IOException {
        var picture = in.readNBytes(bytes);
        if (picture.length == bytes) {
            in.abort();
        }
        return picture;
    }

    private static PictureAnswer answer(AwsServiceException e) {
        var error = e.awsErrorDetails();
        var code = error == null || error.errorCode() == null ? "" : error.errorCode();
        if (code.equals("NoSuchKey")) {
            return new NotFound();
        }
        if (NEVER.contains(code)) {
            return new Denied("%s (%s)".formatted(code, error.errorMessage()));
        }
        if (code.equals("AccessDenied")) {
            return new Forbidden(error.errorMessage());
        }
        return new Unavailable(code.isEmpty() ? "HTTP " + e.statusCode() : code, String.valueOf(e.getMessage()));
    }

    /** Creates the client at first use: a job without pictures by reference may run without S3. */
    private synchronized S3Client client() {
        if (closed) {
            throw new IllegalStateException("the store of pictures is closed");
        }
        if (client == null) {
            client = BucketClient.ofPictures(flink);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
