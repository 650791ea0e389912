package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.PictureAnswer.Found;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class NamedByContentTest {

    private static final byte[] PICTURE = {1, 2, 3};
    private static final String KEPT = "s3://city/frames/aa/" + DigestUtils.sha256Hex(PICTURE);

    @Test
    void aKeptPictureIsTakenForTheBytesThatItsNameSays() {
        assertThat(read(KEPT, PICTURE, 3)).isEqualTo(new Found(PICTURE));
        assertThatThrownBy(() -> read(KEPT, new byte[] {1, 2}, 3))
                .isInstanceOf(SuppressRestartsException.class)
                .hasRootCauseMessage("The picture at %s is not what was kept there: its SHA-256 is %s"
                        .formatted(KEPT, DigestUtils.sha256Hex(new byte[] {1, 2})));
    }

    @Test
    void ofAPictureThatIsTooLargeOrNamedOtherwiseNothingIsSaid() {
        assertThat(read(KEPT, new byte[] {1, 2, 4}, 2)).isInstanceOf(Found.class);
        assertThat(read("s3://sender/f-1.jpg", new byte[] {9}, 2)).isInstanceOf(Found.class);
    }

    private static PictureAnswer read(String uri, byte[] found, int maxBytes) {
        return new NamedByContent(flink -> (address, most) -> new Found(found))
                .open(new Configuration())
                .read(uri, maxBytes);
    }
}
