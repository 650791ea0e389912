package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.PictureConfig;
import io.carriageway.vision.picture.PictureDecoder;
import io.carriageway.vision.picture.PictureFile;
import io.carriageway.vision.picture.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** JPEGs with too much data for their pixels, or too little. */
class JpegDataTest {

    private static final BufferedImage PICTURE = Pictures.gradient(120, 90, BufferedImage.TYPE_3BYTE_BGR);
    private static final byte[] COLOUR = Pictures.jpeg(PICTURE);
    private static final byte[] PROGRESSIVE = Pictures.progressiveJpeg(PICTURE);
    private static final byte[] GREY = Pictures.jpeg(Pictures.gradient(120, 90, BufferedImage.TYPE_BYTE_GRAY));

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void eightSurplusBytesAreHarmlessAndNineAreNot() {
        for (byte[] file : new byte[][] {COLOUR, GREY}) {
            for (byte filler : new byte[] {0, 0x55, (byte) 0xFE}) {
                for (int surplus = 0; surplus < 40; surplus++) {
                    byte[] more = new byte[surplus];
                    Arrays.fill(more, filler);
                    assertThat(refusal(beforeEnd(file, more)))
                            .as("%d surplus bytes", surplus)
                            .isEqualTo(surplus > 8 ? PICTURE_UNDECODABLE : null);
                }
            }
        }
    }

    @Test
    void muchSurplusIsFoundInEveryKindOfJpeg() {
        for (byte[] file : new byte[][] {COLOUR, PROGRESSIVE, GREY}) {
            assertThat(refusal(beforeEnd(file, new byte[2]))).isNull();
            assertThat(refusal(beforeEnd(file, new byte[64]))).isEqualTo(PICTURE_UNDECODABLE);
            assertThat(refusal(beforeEnd(file, new byte[100_000]))).isEqualTo(PICTURE_UNDECODABLE);
        }
    }

    /** As if a header was changed, or the end of another picture follows. */
    @Test
    void aPictureThatIsLowerThanItsDataIsRefused() {
        assertThat(refusal(Pictures.claimingSize(COLOUR, 120, 60))).isEqualTo(PICTURE_UNDECODABLE);
        assertThat(refusal(Pictures.claimingSize(GREY, 120, 60))).isEqualTo(PICTURE_UNDECODABLE);
    }

    @Test
    void everyWholePictureIsFollowedToItsEnd() throws UnreadablePictureException {
        for (int width : new int[] {1, 7, 8, 9, 15, 16, 17, 33, 120}) {
            for (int height : new int[] {1, 8, 17, 31, 32}) {
                for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
                    byte[] file = Pictures.jpeg(Pictures.gradient(width, height, type));
                    PictureFile.of(file, PictureConfig.DEFAULT).checkData();
                }
            }
        }
    }

    @Test
    void dataThatEndsEarlyIsFoundWithoutTheDecoder() throws UnreadablePictureException {
        for (int missing : new int[] {1, 2, 10, 100}) {
            byte[] cut = Pictures.joined(
                    Arrays.copyOf(COLOUR, COLOUR.length - 2 - missing),
                    Arrays.copyOfRange(COLOUR, COLOUR.length - 2, COLOUR.length));
            PictureFile file = PictureFile.of(cut, PictureConfig.DEFAULT);
            var refusal = catchThrowableOfType(UnreadablePictureException.class, file::checkData);
            assertThat(refusal).as("%d bytes missing", missing).isNotNull();
            assertThat(refusal.fault()).isEqualTo(PICTURE_TRUNCATED);
        }
    }

    @Test
    void damageBehindHarmlessSurplusIsFound() throws IOException {
        byte[] file = theCase("ok_3_surplus_bytes_before_rst.jpg");
        assertThat(refusal(file)).isNull();

        int lost = file.length / 4;
        byte[] damaged = Pictures.joined(
                Arrays.copyOf(file, file.length - 2 - lost), Arrays.copyOfRange(file, file.length - 2, file.length));

        assertThat(refusal(damaged)).isNotNull();
    }

    @Test
    void theHarmlessCasesAreAccepted() throws IOException {
        for (String name : new String[] {"ok_clean.jpg", "ok_2_surplus_bytes_before_eoi.jpg"}) {
            assertThat(refusal(theCase(name))).as(name).isNull();
        }
    }

    private static byte[] theCase(String name) throws IOException {
        String folder = System.getenv("TESTDATA_DIR");
        assumeThat(folder).as("TESTDATA_DIR is not set").isNotNull();
        return Files.readAllBytes(Path.of(folder, "cases/jpeg", name));
    }

    private static byte[] beforeEnd(byte[] jpeg, byte[] surplus) {
        return Pictures.inserted(jpeg, jpeg.length - 2, surplus);
    }

    private PictureFault refusal(byte[] file) {
        var refusal = catchThrowableOfType(
                UnreadablePictureException.class, () -> decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT)));
        return refusal == null ? null : refusal.fault();
    }
}
