package io.carriageway.vision.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the orientation from Exif data. If the data is wrong, the picture counts as upright: metadata never makes a
 * picture unreadable.
 */
final class Exif {

    /** The first bytes of a JPEG's application segment with Exif data. */
    private static final byte[] SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};

    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    static boolean beginsAt(byte[] bytes, int from, int end) {
        if (end - from < SIGNATURE.length) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (bytes[from + i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    /** The orientation in a JPEG's segment whose content begins with Exif's signature. */
    static Orientation ofSegment(byte[] bytes, int from, int end) {
        return ofTiff(bytes, from + SIGNATURE.length, end);
    }

    /** The orientation in the first directory of a TIFF structure. */
    static Orientation ofTiff(byte[] bytes, int from, int end) {
        if (end - from < HEADER_BYTES) {
            return Orientation.UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from, end - from).slice();
        int order = tiff.getShort(0);
        if (order != 0x4949 && order != 0x4D4D) {
            return Orientation.UPRIGHT;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (tiff.getShort(2) != 42 || directory + 2 > tiff.limit()) {
            return Orientation.UPRIGHT;
        }
        return inDirectory(tiff, (int) directory);
    }

    private static Orientation inDirectory(ByteBuffer tiff, int directory) {
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_BYTES;
            if (at + ENTRY_BYTES > tiff.limit()) {
                return Orientation.UPRIGHT;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                boolean oneShort = tiff.getShort(at + 2) == SHORT && tiff.getInt(at + 4) == 1;
                return oneShort ? of(Short.toUnsignedInt(tiff.getShort(at + 8))) : Orientation.UPRIGHT;
            }
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation of(int value) {
        return value >= 1 && value <= 8 ? Orientation.values()[value - 1] : Orientation.UPRIGHT;
    }
}
