package io.carriageway.vision.picture.webp;

import io.carriageway.vision.UnreadablePictureException;

/** A canonical prefix code of VP8L data (RFC 9649, section 3.7.2). A code with a single symbol uses no bits. */
final class PrefixCode {

    private static final int MAX_LENGTH = 15;
    private static final int FIRST_REPEAT = 16;
    private static final int DEFAULT_LENGTH = 8;
    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    /** For the three symbols that repeat a length: the least count, and the number of bits that are added to it. */
    private static final int[] LEAST_REPEATS = {3, 3, 11};

    private static final int[] REPEAT_BITS = {2, 3, 7};

    private final int[] counts = new int[MAX_LENGTH + 1];
    private final int[] symbols;
    private int symbolCount;

    private PrefixCode(int[] lengths) throws UnreadablePictureException {
        this.symbols = new int[lengths.length];
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    counts[length]++;
                    symbols[symbolCount++] = symbol;
                }
            }
        }
        checkComplete();
    }

    private void checkComplete() throws UnreadablePictureException {
        int open = 1;
        for (int length = 1; length <= MAX_LENGTH && open >= 0; length++) {
            open = 2 * open - counts[length];
        }
        if (symbolCount == 0 || symbolCount > 1 && open != 0) {
            throw LosslessBits.damaged();
        }
    }

    /** Reads a code for an alphabet of that many symbols. */
    static PrefixCode read(LosslessBits bits, int alphabet) throws UnreadablePictureException {
        return new PrefixCode(bits.readFlag() ? simpleLengths(bits, alphabet) : lengths(bits, alphabet));
    }

    private static int[] simpleLengths(LosslessBits bits, int alphabet) throws UnreadablePictureException {
        int[] lengths = new int[Math.max(alphabet, 1 << Byte.SIZE)];
        boolean two = bits.readFlag();
        lengths[bits.read(bits.readFlag() ? Byte.SIZE : 1)] = 1;
        if (two) {
            lengths[bits.read(Byte.SIZE)] = 1;
        }
        return lengths;
    }

    private static int[] lengths(LosslessBits bits, int alphabet) throws UnreadablePictureException {
        int[] lengthLengths = new int[LENGTH_ORDER.length];
        int given = bits.read(4) + 4;
        for (int i = 0; i < given; i++) {
            lengthLengths[LENGTH_ORDER[i]] = bits.read(3);
        }
        var lengthCode = new PrefixCode(lengthLengths);
        int codes = bits.readFlag() ? 2 + bits.read(2 + 2 * bits.read(3)) : alphabet;
        int[] lengths = new int[alphabet];
        int last = DEFAULT_LENGTH;
        int symbol = 0;
        for (; codes > 0 && symbol < alphabet; codes--) {
            int length = lengthCode.next(bits);
            if (length < FIRST_REPEAT) {
                lengths[symbol++] = length;
                last = length == 0 ? last : length;
                continue;
            }
            int kind = length - FIRST_REPEAT;
            int repeats = LEAST_REPEATS[kind] + bits.read(REPEAT_BITS[kind]);
            if (repeats > alphabet - symbol) {
                throw LosslessBits.damaged();
            }
            for (int i = 0; i < repeats; i++) {
                lengths[symbol++] = kind == 0 ? last : 0;
            }
        }
        return lengths;
    }

    /** The next symbol. */
    int next(LosslessBits bits) throws UnreadablePictureException {
        if (symbolCount == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            code |= bits.read(1);
            if (code - first < counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first = first + counts[length] << 1;
            code <<= 1;
        }
        throw LosslessBits.damaged();
    }
}
