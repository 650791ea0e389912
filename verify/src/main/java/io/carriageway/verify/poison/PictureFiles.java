package io.carriageway.verify.poison;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Picture files, good and hostile, as bytes. A small file can cost a decoder much memory or time. */
final class PictureFiles {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int RGBA = 6;
    private static final int PALETTE = 3;

    private PictureFiles() {}

    /** A grey baseline JPEG. */
    static byte[] jpeg(int width, int height) {
        return jpeg(width, height, ImageWriteParam.MODE_DISABLED);
    }

    /** The same JPEG in several scans. */
    static byte[] progressiveJpeg(int width, int height) {
        return jpeg(width, height, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(int width, int height, int progressive) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var image = ImageIO.createImageOutputStream(out)) {
            var settings = writer.getDefaultWriteParam();
            settings.setProgressiveMode(progressive);
            writer.setOutput(image);
            writer.write(
                    null,
                    new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), null, null),
                    settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A JPEG whose last scan is repeated this many times. */
    static byte[] withScans(byte[] jpeg, int more) {
        int scan = lastMarker(jpeg, 0xDA);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < more; i++) {
            out.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    /** A JPEG whose frame header names another process, such as 0xC9: arithmetic coding. */
    static byte[] withProcess(byte[] jpeg, int process) {
        var changed = jpeg.clone();
        changed[frameHeader(jpeg) + 1] = (byte) process;
        return changed;
    }

    /** A JPEG whose frame header states another number of bits per sample. */
    static byte[] withPrecision(byte[] jpeg, int bits) {
        var changed = jpeg.clone();
        changed[frameHeader(jpeg) + 4] = (byte) bits;
        return changed;
    }

    /** A JPEG with this many padding bytes before its end. */
    static byte[] withSurplus(byte[] jpeg, int bytes) {
        var changed = Arrays.copyOf(jpeg, jpeg.length + bytes);
        Arrays.fill(changed, jpeg.length - 2, changed.length - 2, (byte) 0x11);
        System.arraycopy(jpeg, jpeg.length - 2, changed, changed.length - 2, 2);
        return changed;
    }

    /** A PNG of that size, all black, in colour with transparency. */
    static byte[] png(int width, int height, int bitsASample) {
        return png(width, height, bitsASample, height);
    }

    /** A PNG with this many rows of data, independent of its header. */
    static byte[] png(int width, int height, int bitsASample, int rows) {
        return png(header(width, height, bitsASample, RGBA), 1 + width * 4 * bitsASample / 8, rows);
    }

    /** A PNG that is only a header. */
    static byte[] pngHeader(int width, int height) {
        return assemble(header(width, height, 8, RGBA), null);
    }

    /** A PNG with palette colours, but without the palette. */
    static byte[] pngWithoutPalette(int width, int height) {
        return png(header(width, height, 8, PALETTE), 1 + width, height);
    }

    private static byte[] png(byte[] header, int rowBytes, int rows) {
        var data = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(data)) {
            var row = new byte[rowBytes];
            for (int i = 0; i < rows; i++) {
                deflated.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assemble(header, data.toByteArray());
    }

    private static byte[] assemble(byte[] header, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(PNG_SIGNATURE);
        chunk(out, "IHDR", header);
        if (data != null) {
            chunk(out, "IDAT", data);
        }
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(int width, int height, int bits, int colourType) {
        var header = new ByteArrayOutputStream();
        try (var fields = new DataOutputStream(header)) {
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {(byte) bits, (byte) colourType, 0, 0, 0});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return header.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var sum = new CRC32();
        var name = type.getBytes(StandardCharsets.US_ASCII);
        sum.update(name);
        sum.update(content);
        try (var fields = new DataOutputStream(out)) {
            fields.writeInt(content.length);
            fields.write(name);
            fields.write(content);
            fields.writeInt((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int frameHeader(byte[] jpeg) {
        for (int process = 0xC0; process <= 0xC2; process++) {
            int at = lastMarker(jpeg, process);
            if (at >= 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("no frame header in this JPEG");
    }

    private static int lastMarker(byte[] jpeg, int code) {
        for (int at = jpeg.length - 2; at > 0; at--) {
            if (jpeg[at] == (byte) 0xFF && (jpeg[at + 1] & 0xFF) == code) {
                return at;
            }
        }
        return -1;
    }
}
