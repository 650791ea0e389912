package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_NOT_AN_IMAGE;
import static io.carriageway.vision.PictureFault.PICTURE_NOT_SUPPORTED;
import static io.carriageway.vision.PictureFault.PICTURE_TOO_LARGE;
import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static io.carriageway.vision.picture.WebpFiles.ANIMATED;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Checks of a WebP file before it is decoded. */
class WebpFileTest {

    private static final byte[] NOTHING = {};

    @Test
    void theSizeComesFromTheHeaderOfEveryKindOfFile() throws UnreadablePictureException {
        for (byte[] file : new byte[][] {LOSSY, LOSSLESS, LOSSY_ALPHA, LOSSLESS_ALPHA}) {
            PictureFile picture = read(file);
            assertThat(picture).isInstanceOf(WebpFile.class);
            assertThat(picture.width()).isEqualTo(33);
            assertThat(picture.height()).isEqualTo(21);
        }
    }

    @Test
    void everyCutThroughAFileIsATruncatedPicture() {
        for (byte[] file : new byte[][] {LOSSY, LOSSLESS, LOSSY_ALPHA, ANIMATED}) {
            for (int length = 1; length < file.length; length++) {
                assertRefused(Arrays.copyOf(file, length), PICTURE_TRUNCATED, "the file ends after " + length);
            }
        }
    }

    @Test
    void aSizeBeyondTheLimitsIsRefusedByTheHeaderAlone() {
        byte[] lossless = chunk("VP8L", new byte[] {0x2F, -1, -1, -1, 0x0F});
        byte[] lossy = chunk("VP8 ", new byte[] {0x10, 0, 0, -99, 1, 0x2A, -1, 0x3F, -1, 0x3F});

        assertRefused(file(lossless), PICTURE_TOO_LARGE, "16384x16384 pixels, the limit is 16000000");
        assertRefused(file(lossy), PICTURE_TOO_LARGE, "16383x16383 pixels, the limit is 16000000");
    }

    /** libwebp holds all pixels of a lossless picture once more, outside the heap. */
    @Test
    void aLosslessPictureTakesMoreMemory() throws UnreadablePictureException {
        assertThat(read(file(lossy(4_000, 4_000))).decodingBytes())
                .isBetween(112_000_000L, PictureConfig.DECODING_BYTES);
        assertThat(read(file(lossless(3_000, 3_000))).decodingBytes()).isGreaterThan(9_000_000L * (4 + 3 + 4));
        assertRefused(file(lossless(4_000, 4_000)), PICTURE_TOO_LARGE, "bytes to decode");
    }

    @Test
    void codesOfEachBlockAreCountedBeforeADecoderKeepsTablesOfThem() throws UnreadablePictureException {
        long few = read(LosslessBomb.file(64, 64)).decodingBytes();

        assertThat(few).isBetween(256 * 20_000L, 256 * 23_000L);
        assertRefused(LosslessBomb.file(1_024, 1_024), PICTURE_TOO_LARGE, "bytes to decode, the limit is");
        assertThat(read(LOSSLESS).decodingBytes()).isLessThan(500_000);
    }

    @Test
    void losslessDataThatEndsBeforeItsCodesIsRefusedBeforeItIsDecoded() {
        byte[] data = WebpFiles.dataOf(LosslessBomb.file(64, 64));
        for (int length = 5; length < 580; length++) {
            assertUndecodable(file(chunk("VP8L", Arrays.copyOf(data, length))), "lossless data that cannot be");
        }
    }

    @Test
    void anAnimationIsNotSupported() {
        assertRefused(ANIMATED, PICTURE_NOT_SUPPORTED, "an animated WebP");
        assertRefused(file(features(2, 33, 21), pictureOf(LOSSY)), PICTURE_NOT_SUPPORTED, "an animated WebP");
    }

    @Test
    void thereIsExactlyOnePicture() throws UnreadablePictureException {
        byte[] picture = pictureOf(LOSSY);
        assertThat(read(file(features(0, 33, 21), picture)).width()).isEqualTo(33);
        assertUndecodable(file(), "without a picture");
        assertUndecodable(file(features(0, 33, 21)), "without a picture");
        assertUndecodable(file(features(0, 33, 21), chunk("ALPH", NOTHING)), "without a picture");
        assertUndecodable(file(features(0, 33, 21), picture, pictureOf(LOSSLESS)), "two pictures");
        assertUndecodable(file(features(0, 34, 21), picture), "33x21 pixels that states 34x21");
        assertUndecodable(file(features(0, 33, 1 << 24), picture), "that states 33x16777216");
        assertUndecodable(file(chunk("JUNK", NOTHING), picture), "does not begin with a picture");
        assertUndecodable(file(chunk("VP8X", new byte[9]), picture), "features of 9 bytes");
    }

    @Test
    void aHeaderThatCannotBeIsRefused() {
        for (String kind : new String[] {"VP8 ", "VP8L"}) {
            for (int length = 0; length < 5; length++) {
                assertUndecodable(file(chunk(kind, new byte[length])), "header");
            }
        }
        assertUndecodable(file(lossy(0, 21)), "0x21");
        assertUndecodable(file(lossy(33, 0)), "33x0");
        assertUndecodable(Pictures.replaced(LOSSY, 20, LOSSY[20] | 1), "cannot be");
        assertUndecodable(Pictures.replaced(LOSSY, 20, LOSSY[20] & ~0x10), "cannot be");
        assertUndecodable(Pictures.replaced(LOSSY, 20, LOSSY[20] | 0x0E), "cannot be");
        assertUndecodable(Pictures.replaced(LOSSY, 24, 2), "cannot be");
        assertUndecodable(Pictures.replaced(LOSSY, 22, 0x7F), "longer than its data");
        assertUndecodable(Pictures.replaced(LOSSLESS, 24, LOSSLESS[24] | 0x20), "version 1");
    }

    @Test
    void sizesOfChunksAreNotBelieved() {
        for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, LOSSY.length}) {
            byte[] file = LOSSY.clone();
            System.arraycopy(WebpFiles.littleEndian(size), 0, file, 16, 4);
            assertUndecodable(file, "longer than its file");
        }
        for (int size : new int[] {0, 3, 4, 5, 11}) {
            byte[] file = LOSSY.clone();
            System.arraycopy(WebpFiles.littleEndian(size), 0, file, 4, 4);
            assertUndecodable(file, "WebP");
        }
    }

    @Test
    void aMillionChunksAreSteppedOver() throws UnreadablePictureException {
        byte[] empty = chunk("JUNK", NOTHING);
        byte[] many = new byte[1_000_000 * empty.length];
        for (int at = 0; at < many.length; at += empty.length) {
            System.arraycopy(empty, 0, many, at, empty.length);
        }

        assertThat(read(file(features(0, 33, 21), many, pictureOf(LOSSY))).width())
                .isEqualTo(33);
    }

    @Test
    void otherRiffFilesAreNoPictures() {
        byte[] sound = LOSSY.clone();
        System.arraycopy("WAVE".getBytes(StandardCharsets.US_ASCII), 0, sound, 8, 4);
        assertRefused(sound, PICTURE_NOT_AN_IMAGE, "neither a JPEG, a PNG nor a WebP");
    }

    private static byte[] lossy(int width, int height) {
        return chunk("VP8 ", new byte[] {
            0x10, 0, 0, -99, 1, 0x2A, (byte) width, (byte) (width >> 8), (byte) height, (byte) (height >> 8)
        });
    }

    /** Of one colour: five codes of one symbol each, and no data. */
    private static byte[] lossless(int width, int height) {
        byte[] bits = WebpFiles.littleEndian(width - 1 | height - 1 << 14);
        byte[] codes = {(byte) 0x88, (byte) 0x88, 0x08};
        return chunk("VP8L", Pictures.joined(Pictures.inserted(bits, 0, new byte[] {0x2F}), codes));
    }

    private static PictureFile read(byte[] file) throws UnreadablePictureException {
        return PictureFile.of(file, PictureConfig.DEFAULT);
    }

    private static void assertUndecodable(byte[] file, String why) {
        assertRefused(file, PICTURE_UNDECODABLE, why);
    }

    private static void assertRefused(byte[] file, PictureFault fault, String why) {
        var refusal = catchThrowableOfType(UnreadablePictureException.class, () -> read(file));
        assertThat(refusal).as(why).isNotNull();
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.detail()).contains(why);
    }
}
