package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.truncated;
import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.io.ByteArrayOutputStream;

/**
 * A JPEG's segments, walked without decoding. Whole means: every segment complete, and an end-of-image marker after the
 * last scan.
 */
final class JpegFile implements PictureFile {

    static final byte[] MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /**
     * Real progressive pictures have about ten scans; each costs a pass over all pixels, so a small file could keep a
     * lane busy.
     */
    private static final int MAX_SCANS = 100;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int ADOBE = 0xEE;

    private final byte[] bytes;
    private final int width;
    private final int height;

    private JpegFile(byte[] bytes, int width, int height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    static JpegFile read(byte[] bytes) throws UnreadablePictureException {
        int at = nextMarker(bytes, 2);
        while (!isFrame(code(bytes, at))) {
            int code = code(bytes, at);
            if (code == START_OF_SCAN || code == END_OF_IMAGE) {
                throw undecodable("a JPEG without a frame header before its data");
            }
            at = nextMarker(bytes, segmentEnd(bytes, at));
        }
        return frame(bytes, at);
    }

    private static JpegFile frame(byte[] bytes, int at) throws UnreadablePictureException {
        int process = code(bytes, at);
        if (segmentEnd(bytes, at) - at < 10) {
            throw undecodable("a JPEG frame header that is too short");
        }
        int precisionBits = bytes[at + 4] & 0xFF;
        int height = unsignedShort(bytes, at + 5);
        int width = unsignedShort(bytes, at + 7);
        int components = bytes[at + 9] & 0xFF;
        if (process > 0xC2 || precisionBits != 8) {
            throw undecodable(String.format(
                    "a JPEG of process 0x%02X with %d bits a sample; baseline, extended and progressive with 8 are read",
                    process, precisionBits));
        }
        if (components != 1 && components != 3) {
            throw undecodable("a JPEG of " + components + " colour components (4 is CMYK); grey and colour are read");
        }
        if (width == 0 || height == 0) {
            throw undecodable("a JPEG of " + width + "x" + height + " pixels");
        }
        return new JpegFile(bytes, width, height);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /**
     * Drops comments and application segments (Exif with its orientation, colour profiles) but the two that tell how
     * colour is coded.
     */
    @Override
    public byte[] essence() throws UnreadablePictureException {
        var essence = new ByteArrayOutputStream(bytes.length);
        essence.write(bytes, 0, 2);
        int scans = 0;
        int at = nextMarker(bytes, 2);
        while (code(bytes, at) != END_OF_IMAGE) {
            int end = segmentEnd(bytes, at);
            int next = nextMarker(bytes, end);
            boolean scan = code(bytes, at) == START_OF_SCAN;
            if (scan && ++scans > MAX_SCANS) {
                throw undecodable("a JPEG of more than " + MAX_SCANS + " scans");
            }
            if (makesPixels(at)) {
                essence.write(bytes, at, (scan ? next : end) - at);
            }
            at = next;
        }
        if (scans == 0) {
            throw undecodable("a JPEG without data");
        }
        essence.write(bytes, at, 2);
        return essence.toByteArray();
    }

    private boolean makesPixels(int at) {
        int code = code(bytes, at);
        boolean application = (code & 0xF0) == 0xE0;
        boolean jfif = code == JFIF && bytes[at + 4] == 'J' && bytes[at + 6] == 'I';
        return code != COMMENT && (!application || jfif || code == ADOBE);
    }

    /**
     * Where the next marker begins at or after a position; stuffed bytes, restarts and fill are part of the data before
     * it.
     */
    private static int nextMarker(byte[] bytes, int from) throws UnreadablePictureException {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == (byte) 0xFF) {
                int code = code(bytes, at);
                boolean restart = code >= 0xD0 && code <= 0xD7;
                if (code != 0 && code != 0xFF && !restart) {
                    return at;
                }
            }
        }
        throw truncated("after " + bytes.length + " bytes, without an end-of-image marker");
    }

    private static int segmentEnd(byte[] bytes, int at) throws UnreadablePictureException {
        int code = code(bytes, at);
        if (code == START_OF_IMAGE || code == 0x01) {
            return at + 2;
        }
        if (at + 4 > bytes.length) {
            throw truncated("after " + bytes.length + " bytes, inside a JPEG segment");
        }
        int end = at + 2 + unsignedShort(bytes, at + 2);
        if (end < at + 4) {
            throw undecodable("a JPEG segment of less than no length");
        }
        if (end > bytes.length) {
            throw truncated("after " + bytes.length + " bytes, inside a JPEG segment");
        }
        return end;
    }

    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }

    private static int code(byte[] bytes, int at) {
        return bytes[at + 1] & 0xFF;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
