package io.carriageway.vision.picture;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.io.Serializable;

/**
 * Limits of pictures. They are checked by the file's length and headers, because a decoder allocates what a header
 * claims.
 *
 * @param maxBytes largest file in bytes
 * @param maxPixels most pixels, as stored
 * @param memoryBytes most bytes that all pictures of a process may use while they are decoded; others wait
 */
public record PictureConfig(int maxBytes, long maxPixels, long memoryBytes) implements Serializable {

    /**
     * Most bytes that one picture may use while it is decoded: its file, its pixels, and coefficients outside the heap.
     */
    public static final long DECODING_BYTES = 128L << 20;

    private static final long MEMORY_BYTES = 512L << 20;

    /** Enough for any traffic camera; 4K has 8.3 million pixels. */
    public static final PictureConfig DEFAULT = new PictureConfig(16 << 20, 16_000_000);

    /**
     * Longest side in pixels: a JPEG cannot have a longer one. Each row and each column needs memory, however thin the
     * picture.
     */
    private static final int MAX_SIDE = 65_535;

    /**
     * Most pixels in all scans, because the JDK draws the whole picture after each scan: ten scans, the usual number,
     * of 16 megapixels.
     */
    private static final long MAX_SCANNED_PIXELS = 160_000_000;

    public PictureConfig {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("Picture limits must be at least 1 byte and 1 pixel, but are " + maxBytes
                    + " bytes and " + maxPixels + " pixels");
        }
        if (memoryBytes < DECODING_BYTES) {
            throw new IllegalArgumentException("The memory of all pictures must be at least " + DECODING_BYTES
                    + " bytes, which one picture may take, but is " + memoryBytes);
        }
    }

    public PictureConfig(int maxBytes, long maxPixels) {
        this(maxBytes, maxPixels, MEMORY_BYTES);
    }

    void checkBytes(int bytes) throws UnreadablePictureException {
        if (bytes > maxBytes) {
            throw tooLarge(bytes + " bytes, the limit is " + maxBytes);
        }
    }

    void checkPixels(int width, int height) throws UnreadablePictureException {
        if ((long) width * height > maxPixels) {
            throw tooLarge(width + "x" + height + " pixels, the limit is " + maxPixels);
        }
        if (Math.max(width, height) > MAX_SIDE) {
            throw tooLarge(width + "x" + height + " pixels, the limit of a side is " + MAX_SIDE);
        }
    }

    void checkScans(int scans, int width, int height) throws UnreadablePictureException {
        if ((long) scans * width * height > MAX_SCANNED_PIXELS) {
            throw tooLarge(scans + " scans of " + width + "x" + height + " pixels, the limit is " + MAX_SCANNED_PIXELS
                    + " pixels in all scans");
        }
    }

    void checkMemory(long bytes) throws UnreadablePictureException {
        if (bytes > DECODING_BYTES) {
            throw tooLarge("it takes " + bytes + " bytes to decode, the limit is " + DECODING_BYTES);
        }
    }

    private static UnreadablePictureException tooLarge(String detail) {
        return new UnreadablePictureException(PictureFault.PICTURE_TOO_LARGE, detail);
    }
}
