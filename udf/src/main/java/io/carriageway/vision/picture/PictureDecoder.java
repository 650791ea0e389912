package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.truncated;
import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.webp.LibWebp;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes JPEG, PNG and WebP files, or says why not. It uses only the JDK's own readers and libwebp, and no others on
 * the class path, so that a picture has the same pixels everywhere. Each picture gets a new reader, because a reader
 * keeps the last picture's pixels and a JPEG's tables.
 */
public final class PictureDecoder {

    private final ImageReaderSpi jpeg = jdkReaders("jpeg");
    private final ImageReaderSpi png = jdkReaders("png");
    private final LibWebp webp = LibWebp.open();

    public Bitmap decode(PictureFile file) throws UnreadablePictureException {
        return file instanceof WebpFile webpFile ? decoded(webpFile) : decodedByJdk(file);
    }

    private Bitmap decoded(WebpFile file) throws UnreadablePictureException {
        byte[] rgb = webp.decode(file.essence().open());
        return Bitmap.ofColour(file.width(), file.height(), rgb, file.orientation());
    }

    private Bitmap decodedByJdk(PictureFile file) throws UnreadablePictureException {
        var warnings = new ArrayList<String>();
        BufferedImage image = read(file, warnings);
        if (image.getWidth() != file.width() || image.getHeight() != file.height()) {
            throw undecodable("the decoder found another size than the header states");
        }
        if (!warnings.isEmpty()) {
            file.checkData();
            if (file.trustsDecoder() && !DecoderWarning.isLast(warnings.get(0))) {
                throw undecodable("a progressive JPEG at which the decoder warned: it may hide more");
            }
        }
        return Bitmap.of(image, file.orientation());
    }

    private BufferedImage read(PictureFile file, List<String> warnings) throws UnreadablePictureException {
        Essence essence = file.essence();
        try {
            ImageReader reader = (file instanceof JpegFile ? jpeg : png).createReaderInstance();
            try {
                reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
                reader.setInput(essence.open(), true, true);
                BufferedImage image = reader.read(0, into(reader));
                checkSound(warnings);
                return image;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException refused) {
            // Readers throw almost any unchecked exception for a damaged file; its bytes are the cause in every case.
            throw undecodable("the decoder failed: " + words(refused));
        }
    }

    /**
     * Reads colour of 8 bits into samples in the file's order. For the readers' own order, they would allocate each row
     * once more, in each scan.
     */
    private static ImageReadParam into(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        Iterator<ImageTypeSpecifier> choices = reader.getImageTypes(0);
        if (choices.hasNext()) {
            ImageTypeSpecifier choice = choices.next();
            int bands = choice.getNumBands();
            if (bands >= 3 && choice.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE) {
                param.setDestination(ImageTypeSpecifier.createInterleaved(
                                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                                bands == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3},
                                DataBuffer.TYPE_BYTE,
                                bands > 3,
                                false)
                        .createBufferedImage(reader.getWidth(0), reader.getHeight(0)));
            }
        }
        return param;
    }

    /**
     * The text of an exception. A detail is stored, so it must be the same each time; the JVM changes messages of its
     * own exceptions as it warms up.
     */
    private static String words(Exception refused) {
        return refused instanceof IOException
                ? refused.getMessage()
                : refused.getClass().getSimpleName();
    }

    private static void checkSound(List<String> warnings) throws UnreadablePictureException {
        for (String warning : warnings) {
            if (DecoderWarning.tellsDamage(warning)) {
                throw warning.contains("premature end")
                        ? truncated("before its last row: " + warning)
                        : undecodable(warning);
            }
        }
    }

    private static ImageReaderSpi jdkReaders(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                ImageReaderSpi factory = reader.getOriginatingProvider();
                reader.dispose();
                return factory;
            }
        }
        throw new IllegalStateException("This JDK has no " + format + " reader of its own (module java.desktop)");
    }
}
