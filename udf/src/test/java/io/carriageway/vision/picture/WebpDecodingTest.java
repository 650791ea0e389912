package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static io.carriageway.vision.picture.WebpFiles.LOSSLESS;
import static io.carriageway.vision.picture.WebpFiles.LOSSLESS_ALPHA;
import static io.carriageway.vision.picture.WebpFiles.LOSSY;
import static io.carriageway.vision.picture.WebpFiles.LOSSY_ALPHA;
import static io.carriageway.vision.picture.WebpFiles.chunk;
import static io.carriageway.vision.picture.WebpFiles.features;
import static io.carriageway.vision.picture.WebpFiles.file;
import static io.carriageway.vision.picture.WebpFiles.pictureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class WebpDecodingTest {

    private static final int WIDTH = 33;
    private static final int HEIGHT = 21;
    private static final int EXIF_FLAG = 8;
    private static final BufferedImage PICTURE = Pictures.gradient(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    /** Orientation 6, a quarter turn. */
    private static final byte[] TURNED = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0};

    private static final byte[] EXIF_SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void aLosslessPictureKeepsEveryPixelAlsoUnderTransparency() throws UnreadablePictureException {
        byte[] exact = decoded(Pictures.png(PICTURE));

        assertThat(decoded(LOSSLESS)).isEqualTo(exact);
        assertThat(decoded(LOSSLESS_ALPHA)).isEqualTo(exact);
    }

    @Test
    void aSoundPictureOfManyCodesIsDecoded() throws UnreadablePictureException {
        assertThat(decoded(LosslessBomb.file(64, 64))).hasSize(3 * 64 * 64).containsOnly(0);
    }

    /** The checksum of what Pillow decodes, red, green, blue. */
    @Test
    void aLossyPictureHasThePixelsOfLibwebp() throws UnreadablePictureException {
        byte[] bgr = decoded(LOSSY);
        var sum = new CRC32();
        for (int at = 0; at < bgr.length; at += 3) {
            sum.update(new byte[] {bgr[at + 2], bgr[at + 1], bgr[at]});
        }

        assertThat(sum.getValue()).isEqualTo(3_899_866_526L);
    }

    /** It is dropped, so its damage does not matter. */
    @Test
    void transparencyOfALossyPictureIsNotRead() throws UnreadablePictureException {
        byte[] picture = Arrays.copyOfRange(LOSSY_ALPHA, 64, LOSSY_ALPHA.length);

        assertThat(decoded(LOSSY_ALPHA)).isEqualTo(decoded(file(picture)));
        assertThat(decoded(Pictures.replaced(LOSSY_ALPHA, 40, 77))).isEqualTo(decoded(file(picture)));
    }

    @Test
    void aPictureIsTurnedUprightAsItsExifSays() throws UnreadablePictureException {
        for (byte[] exif : new byte[][] {TURNED, Pictures.joined(EXIF_SIGNATURE, TURNED)}) {
            byte[] turned = file(features(EXIF_FLAG, WIDTH, HEIGHT), pictureOf(LOSSLESS), chunk("EXIF", exif));
            Bitmap bitmap = decoder.decode(PictureFile.of(turned, PictureConfig.DEFAULT));

            assertThat(bitmap.width).isEqualTo(HEIGHT);
            assertThat(bitmap.height).isEqualTo(WIDTH);
            byte[] upright = Pictures.bgr(bitmap);
            byte[] stored = decoded(LOSSLESS);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int to = 3 * (x * HEIGHT + HEIGHT - 1 - y);
                    assertThat(upright[to]).isEqualTo(stored[3 * (y * WIDTH + x)]);
                    assertThat(upright[to + 2]).isEqualTo(stored[3 * (y * WIDTH + x) + 2]);
                }
            }
        }
    }

    @Test
    void metadataSpoilsNoPicture() throws UnreadablePictureException {
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.US_ASCII);
        byte[] file = file(
                features(0x2C, WIDTH, HEIGHT),
                chunk("ICCP", nonsense),
                chunk("EXIF", nonsense),
                pictureOf(LOSSY),
                chunk("XMP ", nonsense));

        assertThat(decoded(file)).isEqualTo(decoded(LOSSY));
    }

    @Test
    void whatFollowsTheEndOfAPictureDoesNotMatter() throws UnreadablePictureException {
        assertThat(decoded(Pictures.joined(LOSSY, new byte[511]))).isEqualTo(decoded(LOSSY));
        assertThat(decoded(Pictures.joined(LOSSLESS, new byte[511]))).isEqualTo(decoded(LOSSLESS));
    }

    @Test
    void dataThatEndsEarlyIsNeverPaintedOver() {
        for (byte[] whole : new byte[][] {LOSSY, LOSSLESS}) {
            String kind = whole == LOSSY ? "VP8 " : "VP8L";
            byte[] data = WebpFiles.dataOf(whole);
            for (int length = 0; length < data.length - 4; length++) {
                assertThat(refusal(file(chunk(kind, Arrays.copyOf(data, length)))))
                        .as("%d of %d bytes of %s", length, data.length, kind)
                        .isIn(PICTURE_TRUNCATED, PICTURE_UNDECODABLE);
            }
        }
    }

    @Test
    void anyDamageEndsInPixelsOrInAReason() throws UnreadablePictureException {
        byte[] expected = decoded(LOSSY);
        var random = new Random(7);
        for (byte[] sound : new byte[][] {LOSSY, LOSSLESS, LOSSY_ALPHA, LOSSLESS_ALPHA, WebpFiles.ANIMATED}) {
            for (int round = 0; round < 1_000; round++) {
                byte[] damaged = sound.clone();
                for (int hit = random.nextInt(4); hit >= 0; hit--) {
                    damaged[random.nextInt(sound.length)] = (byte) random.nextInt(256);
                }
                refusal(damaged);
            }
        }
        assertThat(decoded(LOSSY)).isEqualTo(expected);
    }

    /** Null where the picture is read; any other exception than a verdict fails the test. */
    private PictureFault refusal(byte[] file) {
        var refusal = catchThrowableOfType(UnreadablePictureException.class, () -> decoded(file));
        return refusal == null ? null : refusal.fault();
    }

    private byte[] decoded(byte[] file) throws UnreadablePictureException {
        return Pictures.bgr(decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT)));
    }
}
