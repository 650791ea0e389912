package io.carriageway.vision.picture.webp;

import static io.carriageway.vision.picture.webp.RiffChunks.undecodable;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;

/**
 * The positions of the picture and of the Exif data in a WebP file (RFC 9649), and the size of the picture. Each range
 * is from the first byte to the one after the last.
 *
 * @param lossless whether the picture is VP8L and not VP8
 * @param exif 0 if there is no Exif data
 */
public record WebpContainer(
        int width, int height, boolean lossless, int picture, int pictureEnd, int exif, int exifEnd) {

    public static final int SIGNATURE_BYTES = RiffChunks.FILE_HEADER_BYTES;

    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final int EXTENDED_BYTES = 10;
    private static final int ANIMATED = 0x02;

    /** Whether the bytes begin like a WebP, as far as there are bytes. */
    public static boolean beginsAt(byte[] bytes) {
        byte[] magic = RiffChunks.name("RIFF....WEBP");
        for (int i = 0; i < Math.min(bytes.length, magic.length); i++) {
            if (bytes[i] != magic[i] && magic[i] != '.') {
                return false;
            }
        }
        return true;
    }

    /** Reads the chunks of a file. Fails if one of them is incomplete, or if there is not exactly one picture. */
    public static WebpContainer read(byte[] bytes) throws UnreadablePictureException {
        RiffChunks chunks = RiffChunks.of(bytes);
        if (!chunks.next()) {
            throw undecodable("a WebP without a picture");
        }
        if (chunks.is(EXTENDED)) {
            return extended(bytes, chunks);
        }
        if (!chunks.is(LOSSY) && !chunks.is(LOSSLESS)) {
            throw undecodable("a WebP that does not begin with a picture or its features");
        }
        return picture(bytes, chunks);
    }

    private static WebpContainer extended(byte[] bytes, RiffChunks chunks) throws UnreadablePictureException {
        int features = chunks.content();
        if (chunks.end() - features < EXTENDED_BYTES) {
            throw undecodable("a WebP with features of " + (chunks.end() - features) + " bytes");
        }
        if ((bytes[features] & ANIMATED) != 0) {
            throw new UnreadablePictureException(PictureFault.PICTURE_NOT_SUPPORTED, "an animated WebP");
        }
        WebpContainer picture = null;
        int exif = 0;
        int exifEnd = 0;
        while (chunks.next()) {
            if (chunks.is(LOSSY) || chunks.is(LOSSLESS)) {
                if (picture != null) {
                    throw undecodable("a WebP with two pictures");
                }
                picture = picture(bytes, chunks);
            } else if (exif == 0 && chunks.is("EXIF")) {
                exif = chunks.content();
                exifEnd = chunks.end();
            }
        }
        if (picture == null) {
            throw undecodable("a WebP without a picture");
        }
        int width = RiffChunks.int24At(bytes, features + 4) + 1;
        int height = RiffChunks.int24At(bytes, features + 7) + 1;
        if (width != picture.width || height != picture.height) {
            throw undecodable("a WebP of " + picture.width + "x" + picture.height + " pixels that states " + width + "x"
                    + height);
        }
        return picture.withExif(exif, exifEnd);
    }

    private static WebpContainer picture(byte[] bytes, RiffChunks chunks) throws UnreadablePictureException {
        boolean lossless = chunks.is(LOSSLESS);
        int from = chunks.content();
        WebpSize size =
                lossless ? WebpSize.ofLossless(bytes, from, chunks.end()) : WebpSize.ofLossy(bytes, from, chunks.end());
        return new WebpContainer(size.width(), size.height(), lossless, from, chunks.end(), 0, 0);
    }

    private WebpContainer withExif(int from, int end) {
        return new WebpContainer(width, height, lossless, picture, pictureEnd, from, end);
    }

    /** Number of groups of prefix codes of a lossless picture; for each, a decoder needs tables of about 20 kB. */
    public int losslessGroups(byte[] bytes) throws UnreadablePictureException {
        return LosslessGroups.count(bytes, this);
    }

    /** The header of a simple WebP file with this picture, so that a decoder needs nothing else of the file. */
    public byte[] simpleHeader() {
        int content = pictureEnd - picture;
        int padded = content + (content & 1);
        byte[] header = RiffChunks.name("RIFF....WEBP" + (lossless ? LOSSLESS : LOSSY) + "....");
        putInt(header, 4, padded + header.length - RiffChunks.CHUNK_HEADER_BYTES);
        putInt(header, RiffChunks.FILE_HEADER_BYTES + 4, content);
        return header;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
