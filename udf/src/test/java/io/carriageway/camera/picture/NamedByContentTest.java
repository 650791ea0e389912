package io.carriageway.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.camera.picture.PictureAnswer.Found;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class NamedByContentTest {

    private static final byte[] PICTURE = {1, 2, 3};
    private static final String HASH = DigestUtils.sha256Hex(PICTURE);
    private static final String ADDRESS = "s3://city/frames/%s/%s".formatted(HASH.substring(0, 2), HASH);
    private static final String KEPT = NamedByContent.kept(ADDRESS);

    @Test
    void aKeptPictureIsTakenForTheBytesThatItsNameSays() {
        assertThat(read(KEPT, PICTURE, 3)).isEqualTo(new Found(PICTURE));
        assertThatThrownBy(() -> read(KEPT, new byte[] {1, 2}, 3))
                .isInstanceOf(SuppressRestartsException.class)
                .hasRootCauseMessage("The picture at %s is not what was kept there: its SHA-256 is %s"
                        .formatted(ADDRESS, DigestUtils.sha256Hex(new byte[] {1, 2})));
    }

    @Test
    void ofAPictureThatIsTooLargeOrNamedOtherwiseNothingIsSaid() {
        assertThat(read(KEPT, new byte[] {1, 2, 4}, 2)).isInstanceOf(Found.class);
        assertThat(read("s3://sender/f-1.jpg", new byte[] {9}, 2)).isInstanceOf(Found.class);
        assertThat(read(NamedByContent.kept("s3://city/f-1.jpg"), new byte[] {9}, 2))
                .isInstanceOf(Found.class);
    }

    /** Late frames have senders' addresses, and a replay that corrects a day reads them. */
    @Test
    void aSenderMayNameHisPictureAsIfItHadBeenKept() {
        assertThat(read(ADDRESS, new byte[] {9}, 2)).isInstanceOf(Found.class);
        assertThat(read("s3://sender/cam-1/" + HASH, new byte[] {9}, 2)).isInstanceOf(Found.class);
    }

    /** The store must be called with the address without its mark. */
    private static PictureAnswer read(String uri, byte[] found, int maxBytes) {
        PictureStore store = flink -> (address, most) -> address.startsWith("s3://") ? new Found(found) : null;
        return new NamedByContent(store).open(new Configuration()).read(uri, maxBytes);
    }
}
