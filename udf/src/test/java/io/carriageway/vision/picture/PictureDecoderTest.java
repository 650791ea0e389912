package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

    private static final byte[] END_OF_IMAGE = {(byte) 0xFF, (byte) 0xD9};

    private static final PictureConfig LIMITS = new PictureConfig(1_000_000, 100_000);

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void aPngKeepsEveryPixelInBlueGreenRed() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(7, 5, BufferedImage.TYPE_INT_RGB);

        assertPixels(decode(Pictures.png(picture)), picture, 0);
    }

    @Test
    void aJpegKeepsItsColoursBaselineAndProgressive() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(64, 48, BufferedImage.TYPE_INT_RGB);

        assertPixels(decode(Pictures.jpeg(picture)), picture, 12);
        assertPixels(decode(Pictures.progressiveJpeg(picture)), picture, 12);
    }

    @Test
    void greyBecomesThreeEqualChannelsAndIsNotLightened() throws UnreadablePictureException {
        var grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 77);

        assertThat(pixels(Pictures.png(grey))).hasSize(48).containsOnly(77);
        assertThat(pixels(Pictures.jpeg(grey))).hasSize(48).containsOnly(77);
    }

    @Test
    void sixteenBitsAreCutToEight() throws UnreadablePictureException {
        var grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        Arrays.fill(((DataBufferUShort) grey.getRaster().getDataBuffer()).getData(), (short) (77 * 256 + 200));

        assertThat(pixels(Pictures.png(grey))).hasSize(48).containsOnly(77);
    }

    @Test
    void transparencyIsDroppedAndTheColourUnderItKept() throws UnreadablePictureException {
        var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x00102030);
        picture.setRGB(1, 0, 0xFF405060);

        assertThat(pixels(Pictures.png(picture))).containsExactly(0x30, 0x20, 0x10, 0x60, 0x50, 0x40);
    }

    @Test
    void palettesAndSingleBitsAreLookedUp() throws UnreadablePictureException {
        BufferedImage indexed = Pictures.gradient(6, 6, BufferedImage.TYPE_BYTE_INDEXED);
        var bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(1, 0, 0xFFFFFF);

        assertPixels(decode(Pictures.png(indexed)), indexed, 0);
        assertThat(pixels(Pictures.png(bits))).containsExactly(0, 0, 0, -1, -1, -1, 0, 0, 0);
    }

    @Test
    void everyCutThroughAPictureIsATruncatedPicture() {
        BufferedImage picture = Pictures.gradient(24, 24, BufferedImage.TYPE_3BYTE_BGR);
        for (byte[] file :
                new byte[][] {Pictures.jpeg(picture), Pictures.progressiveJpeg(picture), Pictures.png(picture)}) {
            for (int length = 1; length < file.length; length++) {
                assertThat(refusal(Arrays.copyOf(file, length)))
                        .as("%d of %d bytes", length, file.length)
                        .isEqualTo(PICTURE_TRUNCATED);
            }
        }
    }

    @Test
    void aJpegThatLostItsSecondHalfIsTruncatedEvenWhereSomeonePutAnEndMarkerBehindIt() {
        byte[] whole = Pictures.jpeg(Pictures.gradient(200, 200, BufferedImage.TYPE_3BYTE_BGR));
        byte[] half = Pictures.joined(Arrays.copyOf(whole, whole.length - 300), END_OF_IMAGE);

        assertThat(refusal(half)).isEqualTo(PICTURE_TRUNCATED);
    }

    @Test
    void whatFollowsTheEndOfAPictureDoesNotMatter() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(20, 20, BufferedImage.TYPE_3BYTE_BGR);
        byte[] jpeg = Pictures.jpeg(picture);
        byte[] png = Pictures.png(picture);

        assertThat(pixels(Pictures.joined(jpeg, new byte[512]))).isEqualTo(pixels(jpeg));
        assertThat(pixels(Pictures.joined(png, new byte[512]))).isEqualTo(pixels(png));
    }

    @Test
    void metadataNeitherChangesNorSpoilsAPicture() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(20, 20, BufferedImage.TYPE_3BYTE_BGR);
        byte[] jpeg = Pictures.jpeg(picture);
        byte[] brokenProfile = Pictures.segment(0xE2, "ICC_PROFILE\0\1\1nonsense".getBytes(StandardCharsets.US_ASCII));
        byte[] png = Pictures.png(picture);
        byte[] brokenText = Pictures.chunk("zTXt", new byte[] {'k', 0, 0, 1, 2, 3});

        assertThat(pixels(Pictures.inserted(jpeg, 2, brokenProfile))).isEqualTo(pixels(jpeg));
        assertThat(pixels(Pictures.inserted(png, 33, brokenText))).isEqualTo(pixels(png));
    }

    @Test
    void aChangedByteInThePixelsOfAPngIsNoticed() {
        byte[] png = Pictures.png(Pictures.gradient(40, 40, BufferedImage.TYPE_3BYTE_BGR));

        byte[] changed = Pictures.replaced(png, 60, png[60] + 1);

        assertThatThrownBy(() -> decode(changed))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessage("picture-undecodable: a PNG chunk that does not match its checksum");
    }

    @Test
    void aJpegOfEndlessScansIsRefused() {
        byte[] jpeg = Pictures.progressiveJpeg(Pictures.gradient(16, 16, BufferedImage.TYPE_3BYTE_BGR));
        byte[] open = Arrays.copyOf(jpeg, jpeg.length - 2);
        byte[] emptyScan = Pictures.segment(0xDA, new byte[] {1, 1, 0, 0, 0, 0});
        for (int scan = 0; scan < 100; scan++) {
            open = Pictures.joined(open, emptyScan);
        }

        byte[] endless = Pictures.joined(open, END_OF_IMAGE);

        assertThatThrownBy(() -> decode(endless))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessage("picture-undecodable: a JPEG of more than 100 scans");
    }

    @Test
    void anyDamageEndsInPixelsOrInAReasonAndTheNextPictureIsReadAsBefore() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        byte[] sound = Pictures.jpeg(picture);
        byte[] expected = pixels(sound);
        var random = new Random(7);
        for (byte[] file : new byte[][] {sound, Pictures.progressiveJpeg(picture), Pictures.png(picture)}) {
            for (int round = 0; round < 2_000; round++) {
                byte[] damaged = file;
                for (int hit = random.nextInt(4); hit >= 0; hit--) {
                    damaged = Pictures.replaced(damaged, random.nextInt(file.length), random.nextInt(256));
                }
                refusal(damaged);
            }
            assertThat(pixels(sound)).isEqualTo(expected);
        }
    }

    /** Null where the picture is read; any other exception than a verdict fails the test. */
    private PictureFault refusal(byte[] file) {
        UnreadablePictureException refusal = catchThrowableOfType(UnreadablePictureException.class, () -> decode(file));
        return refusal == null ? null : refusal.fault();
    }

    private Bitmap decode(byte[] file) throws UnreadablePictureException {
        return decoder.decode(PictureFile.of(file, LIMITS));
    }

    private byte[] pixels(byte[] file) throws UnreadablePictureException {
        return Pictures.bgr(decode(file));
    }

    private static void assertPixels(Bitmap bitmap, BufferedImage expected, int tolerance) {
        assertThat(bitmap.width).isEqualTo(expected.getWidth());
        assertThat(bitmap.height).isEqualTo(expected.getHeight());
        byte[] bgr = Pictures.bgr(bitmap);
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int stored = bgr[3 * (y * expected.getWidth() + x) + channel] & 0xFF;
                    assertThat(stored)
                            .as("channel %d at %d,%d", channel, x, y)
                            .isCloseTo((expected.getRGB(x, y) >> (8 * channel)) & 0xFF, within(tolerance));
                }
            }
        }
    }
}
