package io.carriageway.vision.picture.jpeg;

/** One of a JPEG's Huffman tables, as the file stores it: 16 counts of codes by length, then their symbols. */
final class HuffmanCodes {

    static final int MAX_BITS = 16;

    /** For each 16 bits that may come, the length of the code they begin with and its symbol; 0 where none does. */
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

    /** The length of the code that these 16 bits begin with; 0 where none does. */
    int length(int bits) {
        return entries[bits] >> 8;
    }

    int symbol(int bits) {
        return entries[bits] & 0xFF;
    }
}
