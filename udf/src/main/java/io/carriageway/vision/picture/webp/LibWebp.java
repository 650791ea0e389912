package io.carriageway.vision.picture.webp;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes WebP pictures with libwebp, which gives the same pixels on every machine. Its native library is in Flink's
 * lib folder, like that of ONNX Runtime.
 */
public final class LibWebp {

    /** A lossless picture of one pixel. */
    private static final String PROBE = "UklGRh4AAABXRUJQVlA4TBEAAAAvAAAAAAdQsiJXpv+BiOh/AAA=";

    private final WebPImageReaderSpi readers;

    private LibWebp() {
        this.readers = new WebPImageReaderSpi();
    }

    /** Opens the decoder. Fails if libwebp is not installed: that must not count as a fault of a picture. */
    public static LibWebp open() {
        try {
            var libwebp = new LibWebp();
            libwebp.decode(new MemoryCacheImageInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(PROBE))));
            return libwebp;
        } catch (LinkageError | UnreadablePictureException missing) {
            throw new IllegalStateException(
                    "libwebp does not run here: put webp-imageio and kotlin-stdlib into Flink's lib/ on every node and"
                            + " restart it. It has native code for Linux, macOS and Windows.",
                    missing);
        }
    }

    /**
     * Decodes a simple WebP file.
     *
     * @return red, green and blue of each pixel, row by row; transparency is dropped
     */
    public byte[] decode(ImageInputStream file) throws UnreadablePictureException {
        ImageReader reader = readers.createReaderInstance(null);
        try {
            reader.setInput(file, true, true);
            return colours(reader.read(0));
        } catch (IOException refused) {
            throw verdict(refused);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] colours(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[3 * pixels.length];
        int to = 0;
        for (int pixel : pixels) {
            rgb[to++] = (byte) (pixel >> 16);
            rgb[to++] = (byte) (pixel >> 8);
            rgb[to++] = (byte) pixel;
        }
        return rgb;
    }

    private static UnreadablePictureException verdict(IOException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.endsWith("NotEnoughData") || message.endsWith("Suspended")
                ? new UnreadablePictureException(
                        PictureFault.PICTURE_TRUNCATED, "the file ends before its last row: " + message)
                : new UnreadablePictureException(PictureFault.PICTURE_UNDECODABLE, "the decoder failed: " + message);
    }
}
