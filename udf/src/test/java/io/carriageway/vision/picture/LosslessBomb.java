package io.carriageway.vision.picture;

import java.io.ByteArrayOutputStream;

/**
 * Makes lossless WebP files that are small and sound, and whose pixels have prefix codes of their own in each block of
 * 4 x 4: libwebp needs 380 MB for one of 295 kB with 1024 x 1024 pixels.
 */
final class LosslessBomb {

    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    private LosslessBomb() {}

    static byte[] file(int width, int height) {
        var bomb = new LosslessBomb();
        bomb.write(width, height, Math.min(1 << 16, (width + 3) / 4 * ((height + 3) / 4)));
        return WebpFiles.file(WebpFiles.chunk("VP8L", bomb.out.toByteArray()));
    }

    private void write(int width, int height, int groups) {
        put(0x2F, 8);
        put(width - 1, 14);
        put(height - 1, 14);
        put(0, 4);
        put(0, 2);
        put(1, 1);
        put(0, 3);
        put(0, 1);
        putCodeOfBytes();
        putCodeOfBytes();
        putCodesOfNothing(3);
        for (int block = 0; block < (width + 3) / 4 * ((height + 3) / 4); block++) {
            put(Integer.reverse(block % groups & 0xFF) >>> 24, 8);
            put(Integer.reverse(block % groups >> 8) >>> 24, 8);
        }
        putCodesOfNothing(5 * groups);
        put(0, 31);
    }

    /** All of 256 symbols have 8 bits. */
    private void putCodeOfBytes() {
        put(0, 1);
        put(LENGTH_ORDER.length - 4, 4);
        for (int length : LENGTH_ORDER) {
            put(length == 0 || length == 8 ? 1 : 0, 3);
        }
        put(1, 1);
        put(3, 3);
        put(254, 8);
        for (int symbol = 0; symbol < 256; symbol++) {
            put(1, 1);
        }
    }

    /** Symbol 0 alone, in no bits. */
    private void putCodesOfNothing(int codes) {
        for (int code = 0; code < codes; code++) {
            put(1, 4);
        }
    }

    private void put(int value, int length) {
        for (int i = 0; i < length; i++) {
            bits |= (value >> i & 1) << count++;
            if (count == Byte.SIZE) {
                out.write(bits);
                bits = 0;
                count = 0;
            }
        }
    }
}
