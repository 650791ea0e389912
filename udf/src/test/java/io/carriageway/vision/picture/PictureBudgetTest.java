package io.carriageway.vision.picture;

import static io.carriageway.vision.PictureFault.PICTURE_TOO_LARGE;
import static io.carriageway.vision.PictureFault.PICTURE_TRUNCATED;
import static io.carriageway.vision.PictureFault.PICTURE_UNDECODABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The bytes that a picture allocates, counted by the JVM and not by time. */
class PictureBudgetTest {

    private static final long REFUSAL_BYTES = 1 << 20;
    private static final int COLOUR_ALPHA = 6;

    private final PictureDecoder decoder = new PictureDecoder();

    @Test
    void noKindOfPngAllocatesMoreThanItsBudget() throws UnreadablePictureException {
        for (int[] kind : RawPng.KINDS) {
            for (int interlace = 0; interlace < 2; interlace++) {
                var png = new RawPng(800, 600, kind[0], kind[1], interlace);
                assertWithinBudget(png.toString(), png.file());
            }
        }
    }

    @Test
    void noKindOfJpegAllocatesMoreThanItsBudget() throws UnreadablePictureException {
        BufferedImage colour = Pictures.gradient(1_200, 900, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage grey = Pictures.gradient(1_200, 900, BufferedImage.TYPE_BYTE_GRAY);

        assertWithinBudget("colour", Pictures.jpeg(colour));
        assertWithinBudget("colour in ten scans", Pictures.progressiveJpeg(colour));
        assertWithinBudget("grey", Pictures.jpeg(grey));
        assertWithinBudget("grey in scans", Pictures.progressiveJpeg(grey));
    }

    /** Once before, so that classes are loaded. */
    private void assertWithinBudget(String kind, byte[] file) throws UnreadablePictureException {
        decoder.decode(PictureFile.of(file, PictureConfig.DEFAULT));

        long before = allocated();
        PictureFile picture = PictureFile.of(file, PictureConfig.DEFAULT);
        decoder.decode(picture);

        assertThat(allocated() - before).as(kind).isLessThan(picture.decodingBytes());
    }

    @Test
    void aDeepPngWithinTheLimitOfPixelsIsRefusedForItsMemory() {
        byte[] oneRow = Pictures.chunk("IDAT", RawPng.deflated(new byte[100]));

        assertRefusedForNothing(new RawPng(6_324, 6_324, 16, COLOUR_ALPHA, 0).file(oneRow), PICTURE_TOO_LARGE);
        assertRefusedForNothing(new RawPng(4_000, 3_200, 16, COLOUR_ALPHA, 0).file(oneRow), PICTURE_TOO_LARGE);
    }

    @Test
    void aHeaderWithNextToNoDataIsRefusedBeforeThePixelsAreAllocated() {
        var png = new RawPng(3_400, 3_400, 16, COLOUR_ALPHA, 0);

        assertRefusedForNothing(png.file(new byte[0]), PICTURE_UNDECODABLE);
        assertRefusedForNothing(png.file(Pictures.chunk("IDAT", RawPng.deflated(new byte[0]))), PICTURE_TRUNCATED);
    }

    @Test
    void aPictureAsThinAsAHairIsRefused() {
        byte[] data = Pictures.chunk("IDAT", new byte[1 << 20]);

        assertRefusedForNothing(new RawPng(16_000_000, 1, 8, 0, 0).file(data), PICTURE_TOO_LARGE);
        assertRefusedForNothing(new RawPng(1, 16_000_000, 8, 0, 0).file(data), PICTURE_TOO_LARGE);
    }

    @Test
    void dataInChunksWithoutEndCostsNoMoreThanInOne() throws UnreadablePictureException {
        var png = new RawPng(100, 100, 8, 2, 0);
        var chunks = new ByteArrayOutputStream();
        byte[] empty = Pictures.chunk("IDAT", new byte[0]);
        for (int chunk = 0; chunk < 20_000; chunk++) {
            chunks.writeBytes(empty);
        }
        chunks.writeBytes(Pictures.chunk("IDAT", RawPng.deflated(png.rows())));

        assertWithinBudget("20,000 chunks", png.file(chunks.toByteArray()));
    }

    @Test
    void whatADeflatedStreamHoldsBeyondItsPixelsIsNotRead() throws UnreadablePictureException {
        var png = new RawPng(100, 100, 8, 2, 0);
        byte[] bomb = Arrays.copyOf(png.rows(), 50_000_000);

        assertWithinBudget("a bomb", png.file(Pictures.chunk("IDAT", RawPng.deflated(bomb))));
    }

    @Test
    void scansTimesPixelsAreLimited() {
        byte[] tenScans = Pictures.progressiveJpeg(Pictures.gradient(64, 64, BufferedImage.TYPE_BYTE_GRAY));
        byte[] open = Arrays.copyOf(tenScans, tenScans.length - 2);
        byte[] meanValues = Pictures.segment(0xDA, new byte[] {1, 1, 0, 0, 0, 1});
        while (scans(open) < 11) {
            open = Pictures.joined(open, meanValues);
        }
        byte[] eleven = Pictures.joined(open, new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertRefusedForNothing(Pictures.claimingSize(eleven, 4_000, 4_000), PICTURE_TOO_LARGE);
        assertThat(refusal(Pictures.claimingSize(eleven, 3_800, 3_800))).isNull();
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int at = 0; at + 1 < jpeg.length; at++) {
            scans += jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xDA ? 1 : 0;
        }
        return scans;
    }

    @Test
    void coefficientsThatAreKeptBetweenScansCount() {
        byte[] colour = Pictures.progressiveJpeg(Pictures.gradient(64, 64, BufferedImage.TYPE_3BYTE_BGR));
        byte[] baseline = Pictures.jpeg(Pictures.gradient(64, 64, BufferedImage.TYPE_3BYTE_BGR));
        byte[] full = colour.clone();
        full[Pictures.frameHeader(full) + 11] = 0x11;

        assertThat(refusal(Pictures.claimingSize(baseline, 4_000, 4_000))).isNull();
        assertThat(refusal(Pictures.claimingSize(colour, 4_000, 4_000))).isNull();
        assertRefusedForNothing(Pictures.claimingSize(full, 4_000, 4_000), PICTURE_TOO_LARGE);
    }

    private static void assertRefusedForNothing(byte[] file, PictureFault fault) {
        assertThat(refusal(file)).isEqualTo(fault);
        long before = allocated();
        refusal(file);
        assertThat(allocated() - before).isLessThan(REFUSAL_BYTES);
    }

    /** Null where the decoder may begin. */
    private static PictureFault refusal(byte[] file) {
        var refusal = catchThrowableOfType(
                UnreadablePictureException.class, () -> PictureFile.of(file, PictureConfig.DEFAULT));
        return refusal == null ? null : refusal.fault();
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
