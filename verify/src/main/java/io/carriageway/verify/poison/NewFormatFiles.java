package io.carriageway.verify.poison;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** WebP files, good and hostile, and beginnings of files in formats that are not decoded. */
final class NewFormatFiles {

    private NewFormatFiles() {}

    /** A WebP of 64x48 pixels, Lossy or Lossless. */
    static byte[] webp(String kind) {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("webp").next();
        try (var image = ImageIO.createImageOutputStream(out)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(kind);
            writer.setOutput(image);
            writer.write(
                    null, new IIOImage(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A lossless WebP that is only a header, with the largest size that a header can state. */
    static byte[] hugeWebp() {
        return new byte[] {
            'R', 'I', 'F', 'F', 18, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'L', 5, 0, 0, 0, 0x2F, -1, -1, -1, 15, 0
        };
    }

    /** A WebP whose first chunk states the largest possible length. */
    static byte[] withEndlessChunk(byte[] webp) {
        var changed = webp.clone();
        Arrays.fill(changed, 16, 20, (byte) 0xFF);
        return changed;
    }

    /** The beginning of a file in ISO's base media format. */
    static byte[] iso(String brand) {
        return ("\0\0\0\024ftyp" + brand + "\0\0\0\0mif1").getBytes(StandardCharsets.US_ASCII);
    }
}
