package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_EMPTY;
import static io.carriageway.vision.PictureFault.PICTURE_NOT_AN_IMAGE;
import static io.carriageway.vision.PictureFault.PICTURE_TOO_LARGE;
import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureFileTest {

    private static final PictureConfig LIMITS = new PictureConfig(100_000, 5_000);
    private static final BufferedImage PICTURE = Pictures.gradient(100, 50, BufferedImage.TYPE_3BYTE_BGR);

    @Test
    void theSizeComesFromTheHeaderOfEveryKindOfFile() throws UnreadablePictureException {
        for (byte[] file :
                new byte[][] {Pictures.jpeg(PICTURE), Pictures.progressiveJpeg(PICTURE), Pictures.png(PICTURE)}) {
            PictureFile picture = PictureFile.of(file, LIMITS);
            assertThat(picture.width()).isEqualTo(100);
            assertThat(picture.height()).isEqualTo(50);
        }
    }

    @Test
    void metadataBeforeTheFrameHeaderIsSteppedOverEvenWhereItHoldsMarkers() throws UnreadablePictureException {
        byte[] thumbnail = Pictures.jpeg(Pictures.gradient(16, 8, BufferedImage.TYPE_3BYTE_BGR));
        byte[] exif = Pictures.inserted(Pictures.jpeg(PICTURE), 2, Pictures.segment(0xE1, thumbnail));

        assertThat(PictureFile.of(exif, LIMITS).width()).isEqualTo(100);
    }

    @Test
    void aHeaderThatClaimsTooManyPixelsIsRefusedBeforeAnythingElseIsReadOfTheFile() {
        byte[] bomb = Pictures.claimingSize(Pictures.jpeg(PICTURE), 65_500, 65_500);
        byte[] headOnly = Arrays.copyOf(bomb, Pictures.frameHeader(bomb) + 19);

        assertThat(refusal(bomb).detail()).isEqualTo("65500x65500 pixels, the limit is 5000");
        assertThat(refusal(headOnly).fault()).isEqualTo(PICTURE_TOO_LARGE);
    }

    @Test
    void limitsHoldToTheLastPixelAndTheLastByte() throws UnreadablePictureException {
        byte[] file = Pictures.png(PICTURE);

        assertThat(PictureFile.of(file, new PictureConfig(file.length, 5_000)).height())
                .isEqualTo(50);
        assertThat(refusal(file, new PictureConfig(file.length, 4_999)).fault()).isEqualTo(PICTURE_TOO_LARGE);
        assertThat(refusal(file, new PictureConfig(file.length - 1, 5_000)).fault())
                .isEqualTo(PICTURE_TOO_LARGE);
    }

    @Test
    void whatIsNoPictureIsCalledSoWhateverItsNameWas() {
        assertThat(refusal(new byte[0]).fault()).isEqualTo(PICTURE_EMPTY);
        assertThat(refusal(text("<!DOCTYPE html><html><body>404</body></html>")).fault())
                .isEqualTo(PICTURE_NOT_AN_IMAGE);
        assertThat(refusal(new byte[1_000]).fault()).isEqualTo(PICTURE_NOT_AN_IMAGE);
    }

    @Test
    void theDetailQuotesNothingOfTheBytes() {
        assertThat(refusal(text("<secret/>")).getMessage()).isEqualTo("picture-not-an-image: begins like HTML or XML");
        assertThat(refusal(text("secret")).getMessage())
                .isEqualTo("picture-not-an-image: neither a JPEG, a PNG nor a WebP");
    }

    @Test
    void kindsOfJpegThatWouldBeDecodedWronglyAreRefusedByName() {
        byte[] jpeg = Pictures.jpeg(PICTURE);
        int frame = Pictures.frameHeader(jpeg);

        assertUndecodable(Pictures.replaced(jpeg, frame + 9, 4), "4 colour components");
        assertUndecodable(Pictures.replaced(jpeg, frame + 4, 12), "12 bits");
        assertUndecodable(Pictures.replaced(jpeg, frame + 1, 0xC9), "0xC9");
        assertUndecodable(Pictures.claimingSize(jpeg, 100, 0), "100x0");
        assertUndecodable(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, "without a frame header");
    }

    @Test
    void aPngMustBeginWithAHeaderOfSensibleSize() {
        byte[] png = Pictures.png(PICTURE);

        assertUndecodable(Pictures.replaced(png, 12, 'X'), "begin with its header");
        assertUndecodable(Pictures.replaced(png, 16, 0x80), "-2147483548x50");
        assertUndecodable(Pictures.replaced(png, 19, 0), "0x50");
    }

    @Test
    void aFileThatEndsInsideItsSignatureOrHeaderIsTruncated() {
        for (byte[] file : new byte[][] {Pictures.jpeg(PICTURE), Pictures.png(PICTURE)}) {
            for (int length : new int[] {1, 2, 3, 7, 8, 9, 15, 20}) {
                assertThat(refusal(Arrays.copyOf(file, length)).fault())
                        .as("%d bytes", length)
                        .isEqualTo(PICTURE_TRUNCATED);
            }
        }
    }

    private static void assertUndecodable(byte[] file, String why) {
        UnreadablePictureException refusal = refusal(file);
        assertThat(refusal.fault()).isEqualTo(PICTURE_UNDECODABLE);
        assertThat(refusal.detail()).contains(why);
    }

    private static UnreadablePictureException refusal(byte[] file) {
        return refusal(file, LIMITS);
    }

    private static UnreadablePictureException refusal(byte[] file, PictureConfig limits) {
        return catchThrowableOfType(UnreadablePictureException.class, () -> PictureFile.of(file, limits));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reasonsAreWrittenInTheirContractedForm() {
        assertThat(Arrays.stream(PictureFault.values()).map(PictureFault::text))
                .containsExactly(
                        "picture-empty",
                        "picture-not-an-image",
                        "picture-not-supported",
                        "picture-truncated",
                        "picture-too-large",
                        "picture-undecodable");
    }
}
