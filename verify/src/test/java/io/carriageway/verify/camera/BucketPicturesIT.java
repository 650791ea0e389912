package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.picture.PictureAnswer;
import io.carriageway.camera.picture.PictureAnswer.Found;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureAnswer.Unavailable;
import io.carriageway.jobs.io.files.BucketArchive;
import io.carriageway.jobs.io.files.BucketPictures;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the answers of a real S3 server, and the verdicts that follow from them. */
@ExtendWith(SandboxExtension.class)
class BucketPicturesIT {

    @Test
    void anObjectIsReadOneThatIsMissingIsNotFoundAndEverythingElseWaits(Sandbox sandbox) throws Exception {
        var settings = sandbox.flinkConfiguration();
        var uri = sandbox.s3().uri("bucket pictures/100% a+b");
        new BucketArchive().put(uri, new byte[] {7});
        assertThat(read(settings, uri))
                .as("as Flink's own file system wrote it")
                .isInstanceOf(Found.class);
        assertThat(read(settings, uri + "?")).isEqualTo(new NotFound());
        assertThat(code(settings, "s3://a-bucket-that-was-deleted/f.jpg")).isEqualTo("NoSuchBucket");

        settings.setString("s3.secret-key", "rotated");
        assertThat(code(settings, uri)).isEqualTo("SignatureDoesNotMatch");
    }

    private static String code(Configuration settings, String uri) {
        return ((Unavailable) read(settings, uri)).code();
    }

    private static PictureAnswer read(Configuration settings, String uri) {
        try (var pictures = new BucketPictures().open(settings)) {
            return pictures.read(uri, 100);
        }
    }
}
