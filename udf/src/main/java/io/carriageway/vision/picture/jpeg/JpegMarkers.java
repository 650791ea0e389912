package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.truncated;
import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/** Finds the markers of a JPEG and the segments after them. Positions are those of a marker's first byte. */
public final class JpegMarkers {

    public static final int HUFFMAN_TABLES = 0xC4;
    static final int START_OF_IMAGE = 0xD8;
    public static final int END_OF_IMAGE = 0xD9;
    public static final int START_OF_SCAN = 0xDA;
    public static final int QUANTIZATION_TABLES = 0xDB;
    public static final int RESTART_INTERVAL = 0xDD;
    static final int HIERARCHY = 0xDE;
    static final int EXPANSION = 0xDF;
    public static final int COMMENT = 0xFE;
    public static final int JFIF = 0xE0;
    public static final int EXIF = 0xE1;
    public static final int ADOBE = 0xEE;

    private static final int TEMPORARY = 0x01;
    private static final int ARITHMETIC_CONDITIONS = 0xCC;
    private static final int EXTENSION = 0xC8;
    private static final int FIRST_EXTENSION = 0xF0;

    private JpegMarkers() {}

    /**
     * Position of the next marker at or after a position. Stuffed bytes, restarts and fill bytes belong to the data
     * before it.
     */
    public static int next(byte[] bytes, int from) throws UnreadablePictureException {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == (byte) 0xFF) {
                int code = code(bytes, at);
                if (code != 0 && code != 0xFF && !isRestart(code)) {
                    return at;
                }
            }
        }
        throw truncated("after " + bytes.length + " bytes, without an end-of-image marker");
    }

    public static int segmentEnd(byte[] bytes, int at) throws UnreadablePictureException {
        int code = code(bytes, at);
        if (code == START_OF_IMAGE || code == TEMPORARY) {
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

    static boolean isRestart(int code) {
        return code >= 0xD0 && code <= 0xD7;
    }

    public static boolean isFrame(int code) {
        return code >= 0xC0
                && code <= 0xCF
                && code != HUFFMAN_TABLES
                && code != EXTENSION
                && code != ARITHMETIC_CONDITIONS;
    }

    /** Whether a marker is reserved or belongs to a process that is not read: the decoder would stop at it. */
    public static boolean isForeign(int code) {
        return code < 0xC0 && code != TEMPORARY
                || code == EXTENSION
                || code == ARITHMETIC_CONDITIONS
                || code == START_OF_IMAGE
                || code == HIERARCHY
                || code == EXPANSION
                || code >= FIRST_EXTENSION && code < COMMENT;
    }

    public static int code(byte[] bytes, int at) {
        return bytes[at + 1] & 0xFF;
    }

    public static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
