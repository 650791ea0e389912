package io.carriageway.vision.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Creates picture files for tests, and damages them. */
public final class Pictures {

    private Pictures() {}

    /** A picture whose colour depends on the position, so that any shift or swap shows. */
    public static BufferedImage gradient(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | ((255 * x / width) << 16) | ((255 * y / height) << 8) | 96);
            }
        }
        return image;
    }

    public static BufferedImage plain(int width, int height, int rgb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png", false);
    }

    public static byte[] jpeg(BufferedImage image) {
        return written(image, "jpeg", false);
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        return written(image, "jpeg", true);
    }

    private static byte[] written(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The pixels of an upright bitmap, row by row, as bytes blue, green, red. */
    static byte[] bgr(Bitmap bitmap) {
        byte[] bgr = new byte[3 * bitmap.width * bitmap.height];
        int to = 0;
        for (int y = 0; y < bitmap.height; y++) {
            for (int x = 0; x < bitmap.width; x++) {
                int red = bitmap.origin + x * bitmap.stepX + y * bitmap.stepY;
                bgr[to++] = bitmap.samples[red + bitmap.blue];
                bgr[to++] = bitmap.samples[red + bitmap.green];
                bgr[to++] = bitmap.samples[red];
            }
        }
        return bgr;
    }

    /** A JPEG whose frame header claims another size, as a decoder's bomb does. */
    public static byte[] claimingSize(byte[] jpeg, int width, int height) {
        byte[] patched = jpeg.clone();
        ByteBuffer.wrap(patched, frameHeader(jpeg) + 5, 4)
                .putShort((short) height)
                .putShort((short) width);
        return patched;
    }

    /** Position of the frame header's marker in a JPEG of the JDK's own writer. */
    static int frameHeader(byte[] jpeg) {
        for (int at = 2; ; at += 2 + (jpeg[at + 2] & 0xFF) * 256 + (jpeg[at + 3] & 0xFF)) {
            if (jpeg[at + 1] == (byte) 0xC0 || jpeg[at + 1] == (byte) 0xC2) {
                return at;
            }
        }
    }

    static byte[] replaced(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    public static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }

    public static byte[] joined(byte[] head, byte[] tail) {
        return inserted(head, head.length, tail);
    }

    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }
}
