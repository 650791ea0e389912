package io.carriageway.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketArchiveTest {

    private static final byte[] PICTURE = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void whatIsPutIsReadAgain() throws Exception {
        var uri = put();
        var pictures = new BucketPictures().open(new Configuration());
        assertThat(pictures.read(uri, 100)).isInstanceOfSatisfying(Found.class, found -> assertThat(found.picture())
                .isEqualTo(PICTURE));
        assertThat(pictures.read(uri + "0", 100)).isEqualTo(new NotFound());
    }

    @Test
    void aPictureThatIsThereIsNotWrittenAgainButOneThatWasCutOffIs() throws Exception {
        var file = folder.resolve("ab/abcd");
        put();
        var then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, then);
        put();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);

        Files.write(file, new byte[] {1});
        put();
        assertThat(Files.readAllBytes(file)).isEqualTo(PICTURE);
    }

    private String put() throws Exception {
        var uri = folder.resolve("ab/abcd").toUri().toString();
        new BucketArchive().put(uri, PICTURE);
        return uri;
    }
}
