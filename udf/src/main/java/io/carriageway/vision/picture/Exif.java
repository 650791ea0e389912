package io.carriageway.vision.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the orientation from Exif data. Whatever is wrong with the data, the picture is taken as upright: metadata
 * spoils no picture.
 */
final class Exif {

    /** What an application segment of a JPEG begins with if it holds Exif data. */
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

    /** The orientation that a JPEG's segment states, whose content begins with Exif's signature. */
    static Orientation ofSegment(byte[] bytes, int from, int end) {
        return ofTiff(bytes, from + SIGNATURE.length, end);
    }

    /** The orientation that a TIFF structure states in its first directory. */
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
