package io.carriageway.vision.picture.webp;

import io.carriageway.vision.UnreadablePictureException;

/** Reads numbers from VP8L data, lowest bit first. */
final class LosslessBits {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int bit;

    LosslessBits(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Reads a number of {@code count} bits, at most 31. */
    int read(int count) throws UnreadablePictureException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at >= end) {
                throw damaged();
            }
            value |= (bytes[at] >> bit & 1) << i;
            bit = (bit + 1) % Byte.SIZE;
            at += bit == 0 ? 1 : 0;
        }
        return value;
    }

    boolean readFlag() throws UnreadablePictureException {
        return read(1) == 1;
    }

    static UnreadablePictureException damaged() {
        return RiffChunks.undecodable("a WebP with lossless data that cannot be");
    }
}
