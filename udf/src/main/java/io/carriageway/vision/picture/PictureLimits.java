package io.carriageway.vision.picture;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.io.Serializable;

/** What a picture may cost, checked on its length and header alone: a decoder allocates what a header claims. */
public record PictureLimits(int maxBytes, long maxPixels) implements Serializable {

    /** Room for any traffic camera (4K has 8.3 million pixels); 48 MB of pixels at most. */
    public static final PictureLimits DEFAULT = new PictureLimits(16 << 20, 16_000_000);

    public PictureLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException("Picture limits must be at least 1 byte and 1 pixel, but are " + maxBytes
                    + " bytes and " + maxPixels + " pixels");
        }
    }

    void checkBytes(int bytes) throws UnreadablePictureException {
        if (bytes > maxBytes) {
            throw new UnreadablePictureException(
                    PictureFault.PICTURE_TOO_LARGE, bytes + " bytes, the limit is " + maxBytes);
        }
    }

    void checkPixels(int width, int height) throws UnreadablePictureException {
        if ((long) width * height > maxPixels) {
            throw new UnreadablePictureException(
                    PictureFault.PICTURE_TOO_LARGE, width + "x" + height + " pixels, the limit is " + maxPixels);
        }
    }
}
