package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/** Remembers which of a JPEG's tables have come, one bit each. */
final class JpegTables {

    private static final int MAX_TABLE = 3;
    private static final int CODE_LENGTHS = 16;
    private static final int MAX_SYMBOLS = 256;
    private static final int COEFFICIENTS = 64;

    private int quantization;
    private int dc;
    private int ac;

    void addHuffman(byte[] bytes, int from, int end) throws UnreadablePictureException {
        int at = from;
        while (at < end) {
            int number = bytes[at] & 0x0F;
            boolean forAc = (bytes[at] & 0xF0) != 0;
            int symbols = 0;
            for (int length = 1; length <= CODE_LENGTHS && at + length < end; length++) {
                symbols += bytes[at + length] & 0xFF;
            }
            boolean known = (bytes[at] & 0xF0) <= 0x10 && number <= MAX_TABLE;
            at += 1 + CODE_LENGTHS + symbols;
            if (!known || symbols > MAX_SYMBOLS || at > end) {
                throw undecodable("a JPEG with a Huffman table that cannot be");
            }
            if (forAc) {
                ac |= 1 << number;
            } else {
                dc |= 1 << number;
            }
        }
    }

    void addQuantization(byte[] bytes, int from, int end) throws UnreadablePictureException {
        int at = from;
        while (at < end) {
            int number = bytes[at] & 0x0F;
            int bytesEach = (bytes[at] & 0xF0) == 0 ? 1 : 2;
            at += 1 + bytesEach * COEFFICIENTS;
            if (number > MAX_TABLE || at > end) {
                throw undecodable("a JPEG with a quantization table that cannot be");
            }
            quantization |= 1 << number;
        }
    }

    /** Fails where a scan's component lacks a table. The selector has the numbers of its Huffman tables. */
    void require(int table, int selector, boolean usesDc, boolean usesAc) throws UnreadablePictureException {
        if ((quantization & 1 << table) == 0) {
            throw undecodable("a JPEG without a quantization table for its data");
        }
        if (usesDc && (dc & 1 << (selector >> 4)) == 0 || usesAc && (ac & 1 << (selector & 0x0F)) == 0) {
            throw undecodable("a JPEG without a Huffman table for its data");
        }
    }
}
