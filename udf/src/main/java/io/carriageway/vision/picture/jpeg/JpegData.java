package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.truncated;
import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.util.List;

/**
 * Follows the Huffman codes of a sequential scan without decoding it: each interval between restarts must contain all
 * of its blocks, and almost nothing else. A decoder reports only its first fault, so a harmless one hides the others.
 */
public final class JpegData {

    /**
     * Most surplus bytes that count as harmless: some cameras write them, and no pixel is lost. More is data that had
     * no place in the picture.
     */
    public static final int HARMLESS_SURPLUS_BYTES = 8;

    private static final int COEFFICIENTS = 64;
    private static final int MAX_VALUE_BITS = 15;
    private static final int FIRST_RESTART = 0xD0;
    private static final int RESTARTS = 8;

    private final JpegBits bits;

    /** A component: the number of its blocks in each unit of the scan, and their codes. */
    public record Part(int blocks, HuffmanCodes dc, HuffmanCodes ac) {}

    public JpegData(byte[] bytes, int from, int end) {
        this.bits = new JpegBits(bytes, from, end);
    }

    /**
     * Checks the scan.
     *
     * @param units number of units of the scan
     * @param interval number of units between restarts; 0 if there are no restarts
     */
    public void check(List<Part> parts, long units, int interval) throws UnreadablePictureException {
        int restarts = 0;
        for (long unit = 0; unit < units; unit++) {
            if (interval > 0 && unit > 0 && unit % interval == 0) {
                checkEnd();
                if (bits.marker() != FIRST_RESTART + restarts++ % RESTARTS) {
                    throw undecodable("a JPEG with a restart marker missing");
                }
            }
            for (Part part : parts) {
                for (int block = 0; block < part.blocks; block++) {
                    follow(part);
                }
            }
            if (bits.overrun()) {
                throw truncated("before its last row: a JPEG's data ends early");
            }
        }
        do {
            checkEnd();
        } while (!bits.atEnd());
    }

    private void checkEnd() throws UnreadablePictureException {
        int surplus = bits.toMarker();
        if (surplus > HARMLESS_SURPLUS_BYTES) {
            throw undecodable("a JPEG with " + surplus + " bytes of data beyond its pixels");
        }
    }

    private void follow(Part part) throws UnreadablePictureException {
        int size = symbol(part.dc);
        if (size > MAX_VALUE_BITS) {
            throw undecodable("a JPEG with a code that cannot be");
        }
        bits.skip(size);
        int coefficient = 1;
        while (coefficient < COEFFICIENTS) {
            int symbol = symbol(part.ac);
            int run = symbol >> 4;
            int valueBits = symbol & 0x0F;
            if (valueBits == 0 && run < MAX_VALUE_BITS) {
                return;
            }
            bits.skip(valueBits);
            coefficient += run + 1;
        }
    }

    private int symbol(HuffmanCodes codes) throws UnreadablePictureException {
        int coming = bits.peek();
        int length = codes.length(coming);
        if (length == 0) {
            throw bits.overrun()
                    ? truncated("before its last row: a JPEG's data ends early")
                    : undecodable("a JPEG with a code that cannot be");
        }
        bits.skip(length);
        return codes.symbol(coming);
    }
}
