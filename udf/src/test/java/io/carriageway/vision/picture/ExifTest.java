package io.carriageway.vision.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.jpeg.JpegMarkers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ExifTest {

    private static final byte[] SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};
    private static final int SHORT = 3;

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void eachOrientationTurnsThePictureUpright() throws UnreadablePictureException {
        String[] upright = {"abc/def", "cba/fed", "fed/cba", "def/abc", "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"};
        for (int value = 1; value <= 8; value++) {
            assertThat(shown(lettersWith(tiff(ByteOrder.BIG_ENDIAN, SHORT, 1, value))))
                    .as("orientation %d", value)
                    .isEqualTo(upright[value - 1]);
            assertThat(shown(lettersWith(tiff(ByteOrder.LITTLE_ENDIAN, SHORT, 1, value))))
                    .isEqualTo(upright[value - 1]);
        }
    }

    @Test
    void whatIsWrongWithExifIsNoOrientation() throws UnreadablePictureException {
        byte[] sound = tiff(ByteOrder.BIG_ENDIAN, SHORT, 1, 3);

        for (int length = 0; length < sound.length - 4; length++) {
            assertThat(shown(lettersWith(Arrays.copyOf(sound, length)))).isEqualTo("abc/def");
        }
        for (int value : new int[] {0, 9, 65_535}) {
            assertUpright(tiff(ByteOrder.BIG_ENDIAN, SHORT, 1, value));
        }
        assertUpright(tiff(ByteOrder.BIG_ENDIAN, SHORT, 65_000_000, 3));
        assertUpright(tiff(ByteOrder.BIG_ENDIAN, SHORT, -1, 3));
        assertUpright(tiff(ByteOrder.BIG_ENDIAN, 4, 1, 3));
        assertUpright(Pictures.replaced(sound, 0, 'X'));
        assertUpright(Pictures.replaced(sound, 3, 43));
        for (byte offset : new byte[] {0x7F, (byte) 0x80, (byte) 0xFF}) {
            assertUpright(Pictures.replaced(sound, 4, offset));
            assertUpright(Pictures.replaced(Pictures.replaced(sound, 6, offset), 7, offset));
        }
    }

    @Test
    void aDirectoryWithoutEndIsReadToTheEndOfItsData() throws UnreadablePictureException {
        byte[] sound = tiff(ByteOrder.BIG_ENDIAN, SHORT, 1, 3);
        byte[] endless = Pictures.replaced(Pictures.replaced(sound, 8, 0xFF), 9, 0xFF);

        assertThat(shown(lettersWith(endless))).isEqualTo("fed/cba");
        assertUpright(Pictures.replaced(endless, 11, 0x0F));
    }

    @Test
    void aPngsExifCountsOnlyUndamaged() throws UnreadablePictureException {
        byte[] png = lettersWith(tiff(ByteOrder.BIG_ENDIAN, SHORT, 1, 3));

        assertThat(shown(Pictures.replaced(png, 33 + 8 + 19, 6))).isEqualTo("abc/def");
    }

    @Test
    void aJpegsFirstExifCountsWhereverItStands() throws UnreadablePictureException {
        BufferedImage picture = Pictures.gradient(32, 16, BufferedImage.TYPE_3BYTE_BGR);
        byte[] jpeg = Pictures.jpeg(picture);
        byte[] turned = segment(6);

        for (byte[] file : new byte[][] {
            Pictures.inserted(jpeg, 2, turned),
            Pictures.inserted(jpeg, Pictures.frameHeader(jpeg), turned),
            Pictures.inserted(Pictures.inserted(jpeg, 2, segment(3)), 2, turned)
        }) {
            Bitmap bitmap = decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT));
            assertThat(bitmap.width).isEqualTo(16);
            assertThat(bitmap.height).isEqualTo(32);
            assertThat(Pictures.bgr(bitmap)).isEqualTo(quarterTurned(pixels(jpeg), 32, 16));
        }
    }

    @Test
    void limitsHoldForThePictureAsItIsStored() throws UnreadablePictureException {
        byte[] file = Pictures.inserted(Pictures.jpeg(Pictures.plain(32, 16, 0)), 2, segment(6));

        PictureFile picture = PictureFile.of(file, PictureConfig.DEFAULT);

        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(16);
    }

    /**
     * A decoder takes three full components of other names than 1, 2, 3 for red, green, blue; with Exif they are not.
     */
    @Test
    void exifAlsoTellsHowColourIsCoded() throws UnreadablePictureException {
        byte[] jpeg = Pictures.jpeg(Pictures.plain(32, 16, 0x2040A0));
        byte[] bare = Pictures.joined(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 20, jpeg.length));
        int frame = Pictures.frameHeader(bare);
        int scan = frame;
        while (bare[scan + 1] != (byte) 0xDA) {
            scan += 2 + JpegMarkers.unsignedShort(bare, scan + 2);
        }
        bare[frame + 11] = 0x11;
        for (int component = 0; component < 3; component++) {
            bare[frame + 10 + 3 * component] = (byte) component;
            bare[scan + 5 + 2 * component] = (byte) component;
        }
        byte[] small = Pictures.claimingSize(bare, 8, 8);
        byte[] jfif = Arrays.copyOfRange(jpeg, 2, 20);

        byte[] known = pixels(Pictures.inserted(small, 2, jfif));

        assertThat(pixels(Pictures.inserted(small, 2, segment(1)))).isEqualTo(known);
        assertThat(pixels(small)).isNotEqualTo(known);
    }

    @Test
    void thePictureOfTheCasesIsTurnedByHalf() throws UnreadablePictureException, IOException {
        String folder = System.getenv("TESTDATA_DIR");
        assumeThat(folder).as("TESTDATA_DIR is not set").isNotNull();
        byte[] file = Files.readAllBytes(Path.of(folder, "cases/jpeg/question_exif_orientation_3.jpg"));
        BufferedImage stored = ImageIO.read(new ByteArrayInputStream(file));

        byte[] bgr = pixels(file);

        int last = bgr.length / 3 - 1;
        for (int pixel = 0; pixel <= last; pixel += 97) {
            int mirror = last - pixel;
            int rgb = stored.getRGB(mirror % stored.getWidth(), mirror / stored.getWidth());
            assertThat(bgr[3 * pixel]).isEqualTo((byte) rgb);
            assertThat(bgr[3 * pixel + 2]).isEqualTo((byte) (rgb >> 16));
        }
    }

    private void assertUpright(byte[] tiff) throws UnreadablePictureException {
        assertThat(shown(lettersWith(tiff))).isEqualTo("abc/def");
    }

    private byte[] pixels(byte[] file) throws UnreadablePictureException {
        return Pictures.bgr(decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT)));
    }

    /** A PNG of three by two grey pixels a to f, with Exif data behind its header. */
    private static byte[] lettersWith(byte[] tiff) {
        byte[] rows = {0, 'a', 'b', 'c', 0, 'd', 'e', 'f'};
        byte[] png = new RawPng(3, 2, 8, 0, 0).file(Pictures.chunk("IDAT", RawPng.deflated(rows)));
        return Pictures.inserted(png, 33, Pictures.chunk("eXIf", tiff));
    }

    private String shown(byte[] png) throws UnreadablePictureException {
        Bitmap bitmap = decoder.decode(PictureFile.of(png, PictureConfig.DEFAULT));
        byte[] bgr = Pictures.bgr(bitmap);
        var text = new StringBuilder();
        for (int pixel = 0; pixel < bgr.length / 3; pixel++) {
            text.append(pixel > 0 && pixel % bitmap.width == 0 ? "/" : "").append((char) bgr[3 * pixel]);
        }
        return text.toString();
    }

    private static byte[] segment(int orientation) {
        return Pictures.segment(0xE1, Pictures.joined(SIGNATURE, tiff(ByteOrder.LITTLE_ENDIAN, SHORT, 1, orientation)));
    }

    /** A directory of one entry, the orientation. */
    private static byte[] tiff(ByteOrder order, int type, int count, int value) {
        return ByteBuffer.allocate(26)
                .order(order)
                .put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'))
                .put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) type)
                .putInt(count)
                .putShort((short) value)
                .array();
    }

    private static byte[] quarterTurned(byte[] bgr, int width, int height) {
        byte[] turned = new byte[bgr.length];
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < height; x++) {
                System.arraycopy(bgr, 3 * ((height - 1 - x) * width + y), turned, 3 * (y * height + x), 3);
            }
        }
        return turned;
    }
}
