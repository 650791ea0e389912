package io.carriageway.verify.camera;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes good pictures bad, each in one way. */
final class Pictures {

    private static final int SOF0 = 0xC0;

    private Pictures() {}

    static byte[] truncated(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }

    static byte[] html(String text) {
        return ("<!DOCTYPE html><html><body>" + text + "</body></html>").getBytes(StandardCharsets.UTF_8);
    }

    /** The same JPEG with another size in its header: a frame segment is FF C0, length, precision, height, width. */
    static byte[] announcing(byte[] jpeg, int width, int height) {
        var forged = jpeg.clone();
        for (int i = 2; i < forged.length - 9; i++) {
            if ((forged[i] & 0xFF) == 0xFF && (forged[i + 1] & 0xFF) == SOF0) {
                put(forged, i + 5, height);
                put(forged, i + 7, width);
                return forged;
            }
        }
        throw new IllegalArgumentException("no baseline frame header in this JPEG");
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }
}
