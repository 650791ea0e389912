package io.carriageway.jobs.io.files;

import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.camera.picture.PictureReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.flink.core.fs.Path;

/** Reads pictures through Flink's file systems, which only distinguish a missing file from other errors. */
final class FilePictures implements PictureReader {

    @Override
    public PictureAnswer read(String uri, int maxBytes) {
        var path = new Path(uri);
        try (var in = path.getFileSystem().open(path)) {
            return new Found(in.readNBytes(maxBytes + 1));
        } catch (FileNotFoundException e) {
            return new NotFound();
        } catch (IOException e) {
            return new Unavailable(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
        }
    }
}
