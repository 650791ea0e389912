package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.nio.ByteBuffer;

/** A PNG's header: its size, how its samples are stored, and the memory that a decoder needs. */
record PngHeader(int width, int height, int bits, int colourType, boolean interlaced) {

    static final int BYTES = 13;

    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;

    /** Left and top of each of Adam7's passes, and its steps across and down. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    static PngHeader read(ByteBuffer content) throws UnreadablePictureException {
        int width = content.getInt();
        int height = content.getInt();
        if (width <= 0 || height <= 0) {
            throw undecodable("a PNG of " + width + "x" + height + " pixels");
        }
        int bits = content.get() & 0xFF;
        int colourType = content.get() & 0xFF;
        int compression = content.get();
        int filter = content.get();
        int interlace = content.get();
        if (!exists(bits, colourType) || compression != 0 || filter != 0 || interlace >> 1 != 0) {
            throw undecodable("a PNG of a kind that does not exist");
        }
        return new PngHeader(width, height, bits, colourType, interlace == 1);
    }

    private static boolean exists(int bits, int colourType) {
        return switch (colourType) {
            case GREY -> Integer.bitCount(bits) == 1 && bits <= 16;
            case PALETTE -> Integer.bitCount(bits) == 1 && bits <= 8;
            case COLOUR, GREY_ALPHA, COLOUR_ALPHA -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    boolean needsPalette() {
        return colourType == PALETTE;
    }

    private int bands() {
        return switch (colourType) {
            case COLOUR -> 3;
            case GREY_ALPHA -> 2;
            case COLOUR_ALPHA -> 4;
            default -> 1;
        };
    }

    /** Bytes of the pixels in the decoder and, unless samples have 8 bits, of the copy that {@link Bitmap} makes. */
    long imageBytes() {
        long pixels = (long) width * height;
        if (needsPalette() || bits < 8) {
            return rowBytes(width) * height + 3 * pixels;
        }
        int converted = bits == 8 ? 0 : bands() < 3 ? 1 : 3;
        return pixels * (bands() * (bits / 8) + converted);
    }

    /** Bytes to which the data must inflate: rows, each with a filter byte before it. */
    long inflatedBytes() {
        if (!interlaced) {
            return height * (1 + rowBytes(width));
        }
        long sum = 0;
        for (int[] pass : PASSES) {
            int columns = steps(width - pass[0], pass[2]);
            int rows = steps(height - pass[1], pass[3]);
            sum += columns == 0 ? 0 : rows * (1 + rowBytes(columns));
        }
        return sum;
    }

    private long rowBytes(int columns) {
        return ((long) columns * bands() * bits + 7) / 8;
    }

    private static int steps(int length, int step) {
        return Math.max(0, (length + step - 1) / step);
    }
}
