package io.carriageway.jobs.io.files;

import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureReader;
import io.carriageway.camera.picture.PictureStore;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/** Reads pictures from S3, with the settings of Flink's own file system. */
public final class BucketPictures implements PictureStore {

    /** Longest time of a first attempt, including its retries and reading. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Opens a reader. A process outside a cluster only knows the config.yaml that its environment names. */
    @Override
    public PictureReader open(Configuration flink) {
        var settings = GlobalConfiguration.loadConfiguration();
        settings.addAll(flink);
        return new Reader(new S3Pictures(settings, SOON), new FilePictures());
    }

    /** Reads from S3 or, for kept pictures of a run on one machine, from a folder. */
    private record Reader(S3Pictures s3, FilePictures files) implements PictureReader {

        @Override
        public PictureAnswer read(String uri, int maxBytes) {
            return isS3(uri) ? s3.read(uri, maxBytes) : files.read(uri, maxBytes);
        }

        @Override
        public PictureAnswer readSoon(String uri, int maxBytes) {
            return isS3(uri) ? s3.readSoon(uri, maxBytes) : files.readSoon(uri, maxBytes);
        }

        private static boolean isS3(String uri) {
            return uri.startsWith("s3://") || uri.startsWith("s3a://");
        }

        @Override
        public void close() {
            s3.close();
        }
    }
}
