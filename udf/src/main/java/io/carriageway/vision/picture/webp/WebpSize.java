package io.carriageway.vision.picture.webp;

import static io.carriageway.vision.picture.webp.RiffChunks.int24At;
import static io.carriageway.vision.picture.webp.RiffChunks.unsigned;

import io.carriageway.vision.UnreadablePictureException;

/**
 * The size of a picture in pixels, from the header of its VP8 or VP8L data (RFC 9649, sections 2.5 and 3.4; RFC 6386).
 */
record WebpSize(int width, int height) {

    private static final int LOSSY_HEADER_BYTES = 10;
    private static final int LOSSLESS_HEADER_BYTES = 5;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int START_CODE = 0x2A019D;
    private static final int SIDE_MASK = 0x3FFF;
    private static final int LAST_VERSION = 3;

    /** The size of a lossy picture: one VP8 key frame that is shown. */
    static WebpSize ofLossy(byte[] bytes, int from, int end) throws UnreadablePictureException {
        if (end - from < LOSSY_HEADER_BYTES) {
            throw RiffChunks.undecodable("a WebP without a VP8 header");
        }
        int tag = int24At(bytes, from);
        boolean keyFrame = (tag & 1) == 0;
        boolean shown = (tag & 0x10) != 0;
        int firstPartitionBytes = tag >> 5;
        if (!keyFrame || !shown || (tag >> 1 & 7) > LAST_VERSION || int24At(bytes, from + 3) != START_CODE) {
            throw RiffChunks.undecodable("a WebP with a VP8 header that cannot be");
        }
        if (firstPartitionBytes > end - from - LOSSY_HEADER_BYTES) {
            throw RiffChunks.undecodable("a WebP with a VP8 partition that is longer than its data");
        }
        return sound(sideAt(bytes, from + 6), sideAt(bytes, from + 8));
    }

    /** The size of a lossless picture. */
    static WebpSize ofLossless(byte[] bytes, int from, int end) throws UnreadablePictureException {
        if (end - from < LOSSLESS_HEADER_BYTES || unsigned(bytes, from) != LOSSLESS_SIGNATURE) {
            throw RiffChunks.undecodable("a WebP without a VP8L header");
        }
        int bits = RiffChunks.intAt(bytes, from + 1);
        if (bits >>> 29 != 0) {
            throw RiffChunks.undecodable("a WebP with a VP8L header of version " + (bits >>> 29));
        }
        return new WebpSize((bits & SIDE_MASK) + 1, (bits >> 14 & SIDE_MASK) + 1);
    }

    private static int sideAt(byte[] bytes, int at) {
        return (unsigned(bytes, at) | unsigned(bytes, at + 1) << 8) & SIDE_MASK;
    }

    private static WebpSize sound(int width, int height) throws UnreadablePictureException {
        if (width == 0 || height == 0) {
            throw RiffChunks.undecodable("a WebP of " + width + "x" + height + " pixels");
        }
        return new WebpSize(width, height);
    }
}
