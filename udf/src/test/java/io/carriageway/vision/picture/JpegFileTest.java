package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.jpeg.JpegMarkers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which JPEGs are accepted is decided before a decoder reads them, and so is the same in every JDK. */
class JpegFileTest {

    private static final byte[] END_OF_IMAGE = {(byte) 0xFF, (byte) 0xD9};
    private static final byte[] COLOUR = Pictures.jpeg(Pictures.gradient(64, 48, BufferedImage.TYPE_3BYTE_BGR));
    private static final byte[] GREY = Pictures.jpeg(Pictures.gradient(64, 48, BufferedImage.TYPE_BYTE_GRAY));
    private static final byte[] PROGRESSIVE =
            Pictures.progressiveJpeg(Pictures.gradient(64, 48, BufferedImage.TYPE_3BYTE_BGR));

    @Test
    void extendedCodingAndAnySamplingOfGreyAreAccepted() throws UnreadablePictureException {
        byte[] extended = Pictures.replaced(COLOUR, Pictures.frameHeader(COLOUR) + 1, 0xC1);
        byte[] sampled = Pictures.replaced(GREY, Pictures.frameHeader(GREY) + 11, 0x22);

        for (byte[] file : new byte[][] {COLOUR, GREY, PROGRESSIVE, extended, sampled}) {
            new PictureDecoder().decode(PictureFile.of(file, PictureConfig.DEFAULT));
        }
    }

    @Test
    void otherProcessesAreRefused() {
        int frame = Pictures.frameHeader(COLOUR);
        for (int process : new int[] {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}) {
            assertRefused(Pictures.replaced(COLOUR, frame + 1, process), "of process");
        }
    }

    @Test
    void componentsMustBeDistinctAndFitEachOther() {
        int frame = Pictures.frameHeader(COLOUR);

        assertRefused(Pictures.replaced(COLOUR, frame + 13, COLOUR[frame + 10]), "component that cannot be");
        assertRefused(Pictures.replaced(COLOUR, frame + 11, 0x51), "component that cannot be");
        assertRefused(Pictures.replaced(COLOUR, frame + 11, 0x02), "component that cannot be");
        assertRefused(Pictures.replaced(COLOUR, frame + 12, 9), "component that cannot be");
        assertRefused(Pictures.replaced(COLOUR, frame + 14, 0x31), "do not divide");
        assertRefused(Pictures.replaced(COLOUR, frame + 11, 0x44), "18 blocks in a unit");
        assertRefused(Pictures.replaced(COLOUR, frame + 3, 20), "wrong length");
    }

    @Test
    void aPictureBringsItsOwnTables() throws UnreadablePictureException {
        var decoder = new PictureDecoder();
        decoder.decode(PictureFile.of(COLOUR, PictureConfig.DEFAULT));

        assertRefused(without(COLOUR, 0xC4), "without a Huffman table");
        assertRefused(without(COLOUR, 0xDB), "without a quantization table");
        assertRefused(without(PROGRESSIVE, 0xC4), "without a Huffman table");
    }

    @Test
    void tablesThatCannotBeAreRefused() {
        byte[] manySymbols = new byte[17];
        Arrays.fill(manySymbols, (byte) 17);

        assertRefused(Pictures.inserted(COLOUR, 2, Pictures.segment(0xC4, new byte[5])), "Huffman table that cannot");
        assertRefused(Pictures.inserted(COLOUR, 2, Pictures.segment(0xC4, manySymbols)), "Huffman table that cannot");
        assertRefused(
                Pictures.inserted(COLOUR, 2, Pictures.segment(0xDB, new byte[9])), "quantization table that cannot");
    }

    @Test
    void aSecondFrameAndMarkersOfOtherProcessesAreRefused() {
        int frame = Pictures.frameHeader(COLOUR);
        byte[] header = Arrays.copyOfRange(COLOUR, frame, frame + 19);

        assertRefused(Pictures.inserted(COLOUR, frame, header), "marker 0xC0");
        assertRefused(Pictures.inserted(COLOUR, COLOUR.length - 2, header), "marker 0xC0");
        for (int marker : new int[] {0x02, 0xBF, 0xC8, 0xCC, 0xDE, 0xDF, 0xF0, 0xFD}) {
            assertRefused(
                    Pictures.inserted(COLOUR, 2, Pictures.segment(marker, new byte[2])),
                    String.format("marker 0x%02X", marker));
        }
    }

    @Test
    void scansMustBeThoseOfTheFrame() {
        assertRefused(withScan(COLOUR, 1, 1, 0, 0, 63, 0), "two scans of one component");
        assertRefused(withScan(COLOUR, 1, 9, 0, 0, 63, 0), "component that cannot be");
        assertRefused(withScan(PROGRESSIVE, 2, 1, 0, 1, 0, 0, 0, 0), "component that cannot be");
        assertRefused(withScan(PROGRESSIVE, 0, 0, 0, 0), "wrong length");
        assertRefused(withScan(PROGRESSIVE, 1, 1, 0, 0, 63, 0), "out of progression");
        assertRefused(withScan(PROGRESSIVE, 1, 1, 0, 5, 4, 0), "out of progression");
        assertRefused(withScan(PROGRESSIVE, 1, 1, 0, 1, 64, 0), "out of progression");
        assertRefused(withScan(PROGRESSIVE, 1, 1, 0, 1, 5, 0x31), "out of progression");
    }

    /** A decoder would paint the missing colours grey, or the whole picture. */
    @Test
    void everyComponentMustHaveItsData() {
        int scan = indexOf(PROGRESSIVE, 0xDA);
        byte[] headers = Arrays.copyOf(PROGRESSIVE, scan);
        byte[] brightness = Pictures.segment(0xDA, new byte[] {1, 1, 0, 0, 0, 0});

        assertRefused(Pictures.joined(headers, END_OF_IMAGE), "without data");
        assertRefused(
                Pictures.joined(Pictures.joined(headers, brightness), END_OF_IMAGE), "without data of one of its");
    }

    private static byte[] withScan(byte[] jpeg, int... header) {
        byte[] content = new byte[header.length];
        for (int i = 0; i < header.length; i++) {
            content[i] = (byte) header[i];
        }
        return Pictures.inserted(jpeg, jpeg.length - 2, Pictures.segment(0xDA, content));
    }

    private static int indexOf(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + JpegMarkers.unsignedShort(jpeg, at + 2);
        }
        return at;
    }

    /** Without the segments of a marker before the first scan; those after it, too, as far as they are tables. */
    private static byte[] without(byte[] jpeg, int marker) {
        var rest = new ByteArrayOutputStream();
        int at = 2;
        rest.write(jpeg, 0, 2);
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int end = at + 2 + JpegMarkers.unsignedShort(jpeg, at + 2);
            if ((jpeg[at + 1] & 0xFF) != marker) {
                rest.write(jpeg, at, end - at);
            }
            at = end;
        }
        rest.write(jpeg, at, jpeg.length - at);
        return rest.toByteArray();
    }

    private static void assertRefused(byte[] file, String why) {
        var refusal = catchThrowableOfType(
                UnreadablePictureException.class, () -> PictureFile.of(file, PictureConfig.DEFAULT));
        assertThat(refusal).as(why).isNotNull();
        assertThat(refusal.fault()).isEqualTo(PICTURE_UNDECODABLE);
        assertThat(refusal.detail()).contains(why);
    }
}
