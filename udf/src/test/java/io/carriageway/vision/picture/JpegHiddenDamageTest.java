package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.jpeg.JpegMarkers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Damage after something harmless, which is the only fault that a decoder reports. */
class JpegHiddenDamageTest {

    private static final BufferedImage PICTURE = Pictures.gradient(120, 90, BufferedImage.TYPE_3BYTE_BGR);
    private static final byte[] COLOUR = Pictures.jpeg(PICTURE);
    private static final byte[] PROGRESSIVE = Pictures.progressiveJpeg(PICTURE);
    private static final byte[] COMMENT = Pictures.segment(0xFE, new byte[] {'a', 'b'});
    private static final byte[] MUCH = new byte[100_000];
    private static final byte[] NOTHING = {};

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void whatIsWholeIsAccepted() {
        assertThat(refusal(changed(PROGRESSIVE, (scan, data) -> data))).isNull();
        assertThat(refusal(Pictures.inserted(PROGRESSIVE, PROGRESSIVE.length - 2, COMMENT)))
                .isNull();
        assertThat(refusal(restartedEachBlock(32))).isNull();
    }

    @Test
    void scansThatAreCutBehindAnOddVersionOfJfif() {
        byte[] version3 = Pictures.replaced(PROGRESSIVE, 11, 3);
        assertThat(refusal(changed(version3, (scan, data) -> Arrays.copyOf(data, data.length / 2))))
                .isEqualTo(PICTURE_UNDECODABLE);
    }

    @Test
    void scansThatAreEmptyBehindFewSurplusBytes() {
        for (int surplus = 2; surplus < 10; surplus++) {
            byte[] few = new byte[surplus];
            byte[] file = changed(PROGRESSIVE, (scan, data) -> scan == 0 ? Pictures.joined(data, few) : NOTHING);
            assertThat(refusal(file)).as("%d surplus bytes", surplus).isNotNull();
        }
    }

    @Test
    void muchSurplusBehindFewSurplusBytesOfAScan() {
        for (int surplus = 2; surplus < 10; surplus++) {
            byte[] few = new byte[surplus];
            byte[] file = changed(PROGRESSIVE, (scan, data) -> scan == 0 ? Pictures.joined(data, few) : data);
            assertThat(refusal(beforeEnd(file, MUCH)))
                    .as("%d surplus bytes", surplus)
                    .isEqualTo(PICTURE_UNDECODABLE);
        }
    }

    @Test
    void scansThatAreEmptyBehindAFirstScanThatComesTwice() {
        int first = scan(PROGRESSIVE);
        int next = next(PROGRESSIVE, first);
        byte[] twice = Pictures.inserted(PROGRESSIVE, next, Arrays.copyOfRange(PROGRESSIVE, first, next));
        assertThat(refusal(changed(twice, (scan, data) -> scan < 2 ? data : NOTHING)))
                .isEqualTo(PICTURE_UNDECODABLE);
    }

    @Test
    void dataBehindASegmentThatIsDropped() {
        for (byte[] file : new byte[][] {COLOUR, PROGRESSIVE}) {
            assertThat(refusal(beforeEnd(file, Pictures.joined(COMMENT, new byte[8]))))
                    .isNull();
            assertThat(refusal(beforeEnd(file, Pictures.joined(COMMENT, MUCH)))).isEqualTo(PICTURE_UNDECODABLE);
        }
    }

    @Test
    void dataBehindRestartsThatThePixelsDoNotHave() {
        byte[] pieces = NOTHING;
        for (int piece = 0; piece < 100; piece++) {
            pieces = Pictures.joined(pieces, new byte[] {(byte) 0xFF, (byte) (0xD0 + piece % 8), 1, 2, 3, 4, 5, 6});
        }
        assertThat(refusal(beforeEnd(COLOUR, pieces))).isEqualTo(PICTURE_UNDECODABLE);
        assertThat(refusal(beforeEnd(PROGRESSIVE, pieces))).isEqualTo(PICTURE_UNDECODABLE);
        assertThat(refusal(restartedEachBlock(8)))
                .as("a header of a quarter of the height")
                .isEqualTo(PICTURE_UNDECODABLE);
    }

    @Test
    void aRestartIntervalHasItsLength() {
        assertThat(refusal(Pictures.inserted(COLOUR, 2, Pictures.segment(0xDD, new byte[1]))))
                .isEqualTo(PICTURE_UNDECODABLE);
    }

    /** Grey blocks, 4 across and 4 down, with a restart after each; the header has the height that is given. */
    private static byte[] restartedEachBlock(int height) {
        byte[] block = Pictures.jpeg(Pictures.gradient(8, 8, BufferedImage.TYPE_BYTE_GRAY));
        int scan = scan(block);
        byte[] data = Arrays.copyOfRange(block, segmentEnd(block, scan), block.length - 2);
        var file = new ByteArrayOutputStream();
        file.write(block, 0, scan);
        file.writeBytes(Pictures.segment(0xDD, new byte[] {0, 1}));
        file.write(block, scan, segmentEnd(block, scan) - scan);
        for (int count = 0; count < 16; count++) {
            file.writeBytes(data);
            if (count < 15) {
                file.writeBytes(new byte[] {(byte) 0xFF, (byte) (0xD0 + count % 8)});
            }
        }
        file.write(block, block.length - 2, 2);
        return Pictures.claimingSize(file.toByteArray(), 32, height);
    }

    /** With other data in its scans, which are numbered from 0. */
    private static byte[] changed(byte[] jpeg, BiFunction<Integer, byte[], byte[]> data) {
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        int scans = 0;
        for (int at = 2; (jpeg[at + 1] & 0xFF) != 0xD9; at = next(jpeg, at)) {
            int end = segmentEnd(jpeg, at);
            file.write(jpeg, at, end - at);
            if ((jpeg[at + 1] & 0xFF) == 0xDA) {
                file.writeBytes(data.apply(scans++, Arrays.copyOfRange(jpeg, end, next(jpeg, at))));
            }
        }
        file.write(jpeg, jpeg.length - 2, 2);
        return file.toByteArray();
    }

    private static byte[] beforeEnd(byte[] jpeg, byte[] more) {
        return Pictures.inserted(jpeg, jpeg.length - 2, more);
    }

    private static int scan(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            at = segmentEnd(jpeg, at);
        }
        return at;
    }

    private static int segmentEnd(byte[] jpeg, int at) {
        return at + 2 + JpegMarkers.unsignedShort(jpeg, at + 2);
    }

    private static int next(byte[] jpeg, int at) {
        try {
            return JpegMarkers.next(jpeg, segmentEnd(jpeg, at));
        } catch (UnreadablePictureException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private PictureFault refusal(byte[] file) {
        var refusal = catchThrowableOfType(
                UnreadablePictureException.class, () -> decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT)));
        return refusal == null ? null : refusal.fault();
    }
}
