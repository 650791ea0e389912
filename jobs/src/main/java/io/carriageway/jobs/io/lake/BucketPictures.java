package io.carriageway.jobs.io.lake;

import io.carriageway.camera.PictureStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Reads pictures from S3 through Flink's file system, with the cluster's own credentials. */
public final class BucketPictures implements PictureStore {

    @Override
    public Optional<byte[]> read(String uri, int maxBytes) throws IOException {
        var address = URI.create(uri);
        try (var in = FileSystem.get(address).open(new Path(address))) {
            return Optional.of(in.readNBytes(maxBytes + 1));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }
}
