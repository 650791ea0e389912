package io.carriageway.jobs.io.files;

import io.carriageway.camera.picture.PictureArchive;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/** Keeps pictures in S3 through Flink's file system, with the cluster's own credentials. */
public final class BucketArchive implements PictureArchive {

    @Override
    public void put(String uri, byte[] picture) throws IOException {
        var path = new Path(uri);
        var files = path.getFileSystem();
        if (!isWhole(files, path, picture.length)) {
            try (var out = files.create(path, WriteMode.OVERWRITE)) {
                out.write(picture);
            }
        }
    }

    /**
     * Whether an earlier attempt wrote the whole object. Its name identifies its bytes, so comparing the length is
     * enough.
     */
    private static boolean isWhole(FileSystem files, Path path, int length) throws IOException {
        try {
            return files.getFileStatus(path).getLen() == length;
        } catch (FileNotFoundException e) {
            return false;
        }
    }
}
