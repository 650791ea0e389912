package io.carriageway.vision.picture.jpeg;

/** A Huffman table of a JPEG, as stored in the file: 16 counts of codes by length, then their symbols. */
final class HuffmanCodes {

    static final int MAX_BITS = 16;

    /** For each possible 16 bits, the length and the symbol of the code at their beginning; 0 if there is none. */
    private final int[] entries = new int[1 << MAX_BITS];

    HuffmanCodes(byte[] bytes, int at) {
        int symbol = at + MAX_BITS;
        int next = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            int span = 1 << MAX_BITS - length;
            for (int count = bytes[at + length - 1] & 0xFF; count > 0; count--) {
                for (int entry = next; entry < Math.min(next + span, entries.length); entry++) {
                    entries[entry] = length << 8 | bytes[symbol] & 0xFF;
                }
                next += span;
                symbol++;
            }
        }
    }

    /** The length of the code at the beginning of these 16 bits; 0 if there is none. */
    int length(int bits) {
        return entries[bits] >> 8;
    }

    int symbol(int bits) {
        return entries[bits] & 0xFF;
    }
}
