package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.truncated;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.webp.WebpContainer;
import java.util.Arrays;

/**
 * A picture's file as far as it can be judged without decoding it: its size in pixels by its own header, and whether it
 * is whole. Decoders are lenient (they paint a missing half grey); a half-grey picture would be counted as an empty
 * road.
 */
public sealed interface PictureFile permits JpegFile, PngFile, WebpFile {

    /** Pixels from left to right as they are stored, before the picture is turned upright. */
    int width();

    int height();

    Orientation orientation();

    /** A bound of what decoding allocates, inside and outside the heap. */
    long decodingBytes();

    /** The file without its metadata: a decoder then sees nothing but what makes the pixels. */
    Essence essence() throws UnreadablePictureException;

    /** Whether the decoder alone sees the data's damage: of such a file nothing may come behind its first warning. */
    default boolean trustsDecoder() {
        return false;
    }

    /**
     * Finds damage of the data, and data beyond the pixels. Called when the decoder reported something harmless: it
     * reports only the first fault, so there may be others.
     */
    default void checkData() throws UnreadablePictureException {}

    /**
     * The file behind these bytes, judged by what they are and not by what their sender calls them. Fails where the
     * file is not whole or costs more than the limits allow; allocates nothing that grows with the picture.
     */
    static PictureFile of(byte[] picture, PictureConfig limits) throws UnreadablePictureException {
        if (picture.length == 0) {
            throw new UnreadablePictureException(PictureFault.PICTURE_EMPTY, "0 bytes");
        }
        limits.checkBytes(picture.length);
        return recognise(picture, limits);
    }

    private static PictureFile recognise(byte[] picture, PictureConfig limits) throws UnreadablePictureException {
        if (begins(picture, JpegFile.MAGIC)) {
            return JpegFile.read(picture, limits);
        }
        if (begins(picture, PngFile.MAGIC)) {
            return PngFile.read(picture, limits);
        }
        boolean webp = WebpContainer.beginsAt(picture);
        if (webp && picture.length >= WebpContainer.SIGNATURE_BYTES) {
            return WebpFile.read(picture, limits);
        }
        if (webp || begins(JpegFile.MAGIC, picture) || begins(PngFile.MAGIC, picture)) {
            throw truncated("after " + picture.length + " bytes, inside its signature");
        }
        throw foreign(picture);
    }

    private static UnreadablePictureException foreign(byte[] picture) {
        return ForeignFormat.nameOf(picture)
                .map(name -> new UnreadablePictureException(
                        PictureFault.PICTURE_NOT_SUPPORTED, name + "; JPEG, PNG and WebP are decoded"))
                .orElseGet(() -> new UnreadablePictureException(
                        PictureFault.PICTURE_NOT_AN_IMAGE,
                        picture[0] == '<' ? "begins like HTML or XML" : "neither a JPEG, a PNG nor a WebP"));
    }

    private static boolean begins(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /**
     * Upper bound in bytes of a decoder's memory in addition to the pixels: a copy of the file, the decoder and its
     * rows.
     */
    static long besidesPixels(int fileBytes, int width) {
        return fileBytes + (256 << 10) + 128L * width;
    }
}
