package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.truncated;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.webp.WebpContainer;
import java.util.Arrays;

/**
 * Checks a picture's file without decoding it: its size in pixels by its header, and whether it is whole. Decoders are
 * lenient: they paint a missing half grey, and a half-grey picture would count as an empty road.
 */
public sealed interface PictureFile permits JpegFile, PngFile, WebpFile {

    /** Width in pixels as stored, before the picture is turned upright. */
    int width();

    int height();

    Orientation orientation();

    /** Upper bound in bytes of what decoding allocates, inside and outside the heap. */
    long decodingBytes();

    /** The file without its metadata, so that a decoder reads only what makes the pixels. */
    Essence essence() throws UnreadablePictureException;

    /** Whether only the decoder can find damage of the data: then any warning of it rejects the file. */
    default boolean trustsDecoder() {
        return false;
    }

    /**
     * Finds damage of the data, and data beyond the pixels. Called when the decoder reported something harmless: it
     * reports only the first fault, so there may be others.
     */
    default void checkData() throws UnreadablePictureException {}

    /**
     * The file with these bytes, by its content and not by the sender's type. Fails if the file is not whole or exceeds
     * the limits. Allocates nothing that grows with the picture.
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
