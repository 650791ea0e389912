package io.carriageway.vision.picture.webp;

import io.carriageway.vision.UnreadablePictureException;

/**
 * Counts the groups of prefix codes that a lossless picture states, by reading the data before them (RFC 9649, section
 * 3). A decoder needs tables of about 20 kB for each group, and 300 kB of data can state 65,536 groups. Allocates
 * nothing that grows with the picture.
 */
final class LosslessGroups {

    private static final int HEADER_BITS = 40;
    private static final int COLOUR_INDEXING = 3;
    private static final int SUBTRACT_GREEN = 2;
    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;
    private static final int MAX_CACHE_BITS = 11;

    private final LosslessBits bits;
    private int width;
    private final int height;

    private LosslessGroups(byte[] bytes, WebpContainer picture) {
        this.bits = new LosslessBits(bytes, picture.picture() + HEADER_BITS / Byte.SIZE, picture.pictureEnd());
        this.width = picture.width();
        this.height = picture.height();
    }

    static int count(byte[] bytes, WebpContainer picture) throws UnreadablePictureException {
        return new LosslessGroups(bytes, picture).count();
    }

    private int count() throws UnreadablePictureException {
        int seen = 0;
        while (bits.readFlag()) {
            int transformation = bits.read(2);
            if ((seen & 1 << transformation) != 0) {
                throw LosslessBits.damaged();
            }
            seen |= 1 << transformation;
            passTransformation(transformation);
        }
        readCache();
        return bits.readFlag() ? 1 + passBlocks() : 1;
    }

    private void passTransformation(int transformation) throws UnreadablePictureException {
        if (transformation == COLOUR_INDEXING) {
            int colours = bits.read(Byte.SIZE) + 1;
            passImage(colours, 1);
            width = blocks(width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
        } else if (transformation != SUBTRACT_GREEN) {
            passBlocks();
        }
    }

    private int passBlocks() throws UnreadablePictureException {
        int side = bits.read(3) + 2;
        return passImage(blocks(width, side), blocks(height, side));
    }

    /**
     * Reads a small image in the data. Copies and cached colours repeat earlier pixels, so they need not be resolved.
     *
     * @return the largest number in red and green of a pixel, which in the image of groups is the number of a group
     */
    private int passImage(int across, int down) throws UnreadablePictureException {
        PrefixCode green = PrefixCode.read(bits, LITERALS + LENGTHS + readCache());
        PrefixCode red = PrefixCode.read(bits, LITERALS);
        PrefixCode blue = PrefixCode.read(bits, LITERALS);
        PrefixCode alpha = PrefixCode.read(bits, LITERALS);
        PrefixCode distance = PrefixCode.read(bits, DISTANCES);
        int largest = 0;
        long left = (long) across * down;
        while (left > 0) {
            int symbol = green.next(bits);
            if (symbol < LITERALS) {
                largest = Math.max(largest, red.next(bits) << Byte.SIZE | symbol);
                blue.next(bits);
                alpha.next(bits);
                left--;
            } else if (symbol < LITERALS + LENGTHS) {
                left -= readNumber(symbol - LITERALS);
                readNumber(distance.next(bits));
            } else {
                left--;
            }
        }
        if (left < 0) {
            throw LosslessBits.damaged();
        }
        return largest;
    }

    /** The size of a colour cache; 0 if there is none. */
    private int readCache() throws UnreadablePictureException {
        if (!bits.readFlag()) {
            return 0;
        }
        int cacheBits = bits.read(4);
        if (cacheBits < 1 || cacheBits > MAX_CACHE_BITS) {
            throw LosslessBits.damaged();
        }
        return 1 << cacheBits;
    }

    private int readNumber(int prefix) throws UnreadablePictureException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extraBits = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extraBits) + bits.read(extraBits) + 1;
    }

    private static int blocks(int length, int side) {
        return length + (1 << side) - 1 >> side;
    }
}
