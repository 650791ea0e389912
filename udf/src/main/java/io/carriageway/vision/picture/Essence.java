package io.carriageway.vision.picture;

import java.util.zip.CRC32;

/** A picture's file without its metadata. */
final class Essence {

    private final byte[] bytes;
    private int length;

    Essence(int capacity) {
        this.bytes = new byte[capacity];
    }

    void add(byte[] from, int begin, int end) {
        System.arraycopy(from, begin, bytes, length, end - begin);
        length += end - begin;
    }

    void addInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    int length() {
        return length;
    }

    /** Appends the PNG checksum of the bytes from a position on. */
    void addChecksum(int from) {
        var sum = new CRC32();
        sum.update(bytes, from, length - from);
        addInt((int) sum.getValue());
    }

    ByteArrayImageInput open() {
        return new ByteArrayImageInput(bytes, length);
    }
}
