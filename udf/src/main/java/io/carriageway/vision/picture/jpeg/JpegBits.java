package io.carriageway.vision.picture.jpeg;

/** Reads the bits of a JPEG's scan up to the next marker, and zeros after it. */
final class JpegBits {

    private static final int STUFFED = 0xFF;

    private final byte[] bytes;
    private final int end;
    /** Position of the next unread byte, or of the marker. */
    private int at;

    private boolean atMarker;
    private long buffer;
    private int buffered;
    /** Number of buffered zero bits from after the marker. */
    private int padding;

    JpegBits(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int peek() {
        while (buffered < HuffmanCodes.MAX_BITS) {
            fill();
        }
        return (int) (buffer >> buffered - HuffmanCodes.MAX_BITS) & 0xFFFF;
    }

    void skip(int bits) {
        peek();
        buffered -= bits;
    }

    /** Whether more bits were skipped than there are. */
    boolean overrun() {
        return padding > buffered;
    }

    private void fill() {
        int value = 0;
        if (!atMarker) {
            atMarker = markerEnd() >= 0;
        }
        if (atMarker) {
            padding += Byte.SIZE;
        } else {
            value = bytes[at] & 0xFF;
            at += value == STUFFED ? stuffedLength() : 1;
        }
        buffer = buffer << Byte.SIZE | value;
        buffered += Byte.SIZE;
    }

    /** Position after the fill bytes and the marker that begin here; -1 if this is data. */
    private int markerEnd() {
        int code = at;
        while (code < end && (bytes[code] & 0xFF) == STUFFED) {
            code++;
        }
        if (code == end) {
            return end;
        }
        return code > at && bytes[code] != 0 ? code + 1 : -1;
    }

    private int stuffedLength() {
        int length = 1;
        while ((bytes[at + length] & 0xFF) == STUFFED) {
            length++;
        }
        return length + 1;
    }

    /** Continues after the next marker, and returns how many bytes before it were not used. */
    int toMarker() {
        int unused = (buffered - padding) / Byte.SIZE;
        while (markerEnd() < 0) {
            int length = (bytes[at] & 0xFF) == STUFFED ? stuffedLength() : 1;
            unused += length;
            at += length;
        }
        at = markerEnd();
        atMarker = false;
        buffered = 0;
        padding = 0;
        return unused;
    }

    /** The last marker that was passed; 0 at the end of the scan. */
    int marker() {
        return at < end ? bytes[at - 1] & 0xFF : 0;
    }

    boolean atEnd() {
        return at >= end;
    }
}
