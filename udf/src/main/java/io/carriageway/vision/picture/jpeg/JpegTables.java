package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/** Records which of a JPEG's tables have been read, and the positions of its Huffman tables in the file. */
public final class JpegTables {

    private static final int MAX_TABLE = 3;
    private static final int CODE_LENGTHS = 16;
    private static final int MAX_SYMBOLS = 256;
    private static final int COEFFICIENTS = 64;

    /** One bit for each table. */
    private int quantization;
    /** Position of each table's counts; 0 if there is no table. */
    private final int[] dc = new int[MAX_TABLE + 1];

    private final int[] ac = new int[MAX_TABLE + 1];

    public void addHuffman(byte[] bytes, int from, int end) throws UnreadablePictureException {
        int at = from;
        while (at < end) {
            int number = bytes[at] & 0x0F;
            boolean forAc = (bytes[at] & 0xF0) != 0;
            int symbols = 0;
            for (int length = 1; length <= CODE_LENGTHS && at + length < end; length++) {
                symbols += bytes[at + length] & 0xFF;
            }
            boolean known = (bytes[at] & 0xF0) <= 0x10 && number <= MAX_TABLE;
            int counts = at + 1;
            at += 1 + CODE_LENGTHS + symbols;
            if (!known || symbols > MAX_SYMBOLS || at > end) {
                throw undecodable("a JPEG with a Huffman table that cannot be");
            }
            (forAc ? ac : dc)[number] = counts;
        }
    }

    public void addQuantization(byte[] bytes, int from, int end) throws UnreadablePictureException {
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

    /** Fails if a scan's component lacks a table. */
    void require(JpegScan.Member member, boolean usesDc, boolean usesAc) throws UnreadablePictureException {
        if ((quantization & 1 << member.component().table()) == 0) {
            throw undecodable("a JPEG without a quantization table for its data");
        }
        if (usesDc && !has(dc, member.dcTable()) || usesAc && !has(ac, member.acTable())) {
            throw undecodable("a JPEG without a Huffman table for its data");
        }
    }

    private static boolean has(int[] tables, int number) {
        return number <= MAX_TABLE && tables[number] != 0;
    }

    public HuffmanCodes dcCodes(byte[] bytes, JpegScan.Member member) {
        return new HuffmanCodes(bytes, dc[member.dcTable()]);
    }

    public HuffmanCodes acCodes(byte[] bytes, JpegScan.Member member) {
        return new HuffmanCodes(bytes, ac[member.acTable()]);
    }
}
