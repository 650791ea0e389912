package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.truncated;
import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Decodes JPEG and PNG within limits, or says why not. Uses the JDK's own readers and no others that a class path may
 * bring, so that a picture has the same pixels everywhere; they are kept between pictures, for one thread.
 */
final class PictureDecoder implements AutoCloseable {

    private final PictureLimits limits;
    private final ImageReader jpeg = jdkReader("jpeg");
    private final ImageReader png = jdkReader("png");

    PictureDecoder(PictureLimits limits) {
        this.limits = limits;
    }

    Bitmap decode(byte[] picture) throws UnreadablePictureException {
        PictureFile file = PictureFile.of(picture, limits);
        byte[] essence = file.essence();
        BufferedImage image = read(file instanceof JpegFile ? jpeg : png, essence);
        if (image.getWidth() != file.width() || image.getHeight() != file.height()) {
            throw undecodable("the decoder found another size than the header states");
        }
        return Bitmap.of(image);
    }

    private static BufferedImage read(ImageReader reader, byte[] essence) throws UnreadablePictureException {
        List<String> damages = new ArrayList<>();
        try {
            reader.addIIOReadWarningListener((source, warning) -> {
                if (tellsDamage(warning)) {
                    damages.add(warning);
                }
            });
            reader.setInput(new ByteArrayImageInput(essence), true, true);
            BufferedImage image = reader.read(0);
            if (!damages.isEmpty()) {
                throw damaged(damages.get(0));
            }
            return image;
        } catch (IOException | RuntimeException refused) {
            // Readers meet a damaged file with almost any unchecked exception; its bytes are the cause either way.
            throw undecodable("the decoder failed: " + words(refused));
        } finally {
            reader.reset();
        }
    }

    /**
     * A detail is stored, so it must be the same next time; what the JVM says of its own exceptions changes as it warms
     * up.
     */
    private static String words(Exception refused) {
        return refused instanceof IOException
                ? refused.getMessage()
                : refused.getClass().getSimpleName();
    }

    /** Surplus bytes before a marker are a habit of some cameras and cost no pixel. */
    private static boolean tellsDamage(String warning) {
        return warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
    }

    private static UnreadablePictureException damaged(String warning) {
        return warning.contains("premature end") ? truncated("before its last row: " + warning) : undecodable(warning);
    }

    private static ImageReader jdkReader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("This JDK has no " + format + " reader of its own (module java.desktop)");
    }

    @Override
    public void close() {
        jpeg.dispose();
        png.dispose();
    }
}
