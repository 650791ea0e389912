package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/**
 * Finds data beyond a JPEG's pixels where decoders do not look: after restart markers that its pixels do not need, and
 * after segments that are dropped before decoding. It may be the rest of a picture whose header was changed.
 */
public final class JpegSurplus {

    private final byte[] bytes;
    private final JpegFrame frame;
    /** Number of units between restarts; 0 if there are none. */
    private int interval;

    private boolean scanned;

    public JpegSurplus(byte[] bytes, JpegFrame frame) {
        this.bytes = bytes;
        this.frame = frame;
    }

    /**
     * Checks the segments one after the other: {@code at} and {@code end} are the segment's bounds, {@code next} is the
     * position of the next one.
     */
    public void check(int at, int end, int next) throws UnreadablePictureException {
        switch (JpegMarkers.code(bytes, at)) {
            case JpegMarkers.RESTART_INTERVAL -> {
                interval = intervalOf(at, end);
                checkGap(end, next);
            }
            case JpegMarkers.START_OF_SCAN -> {
                scanned = true;
                checkRestarts(frame.units(JpegScan.read(bytes, at, end, frame)), end, next);
            }
            default -> checkGap(end, next);
        }
    }

    private int intervalOf(int at, int end) throws UnreadablePictureException {
        if (end != at + 6) {
            throw undecodable("a JPEG restart interval of the wrong length");
        }
        return JpegMarkers.unsignedShort(bytes, at + 4);
    }

    /** Checks the number of restarts. Some encoders end a scan with a restart too, or have a single one. */
    private void checkRestarts(long units, int from, int end) throws UnreadablePictureException {
        long most = interval == 0 ? 1 : (units - 1) / interval + 1;
        int restarts = 0;
        for (int at = from; at + 1 < end; at++) {
            if (bytes[at] == (byte) 0xFF && JpegMarkers.isRestart(JpegMarkers.code(bytes, at))) {
                restarts++;
            }
        }
        if (restarts > most) {
            throw undecodable("a JPEG with data of more restarts than its pixels have");
        }
    }

    private void checkGap(int end, int next) throws UnreadablePictureException {
        if (scanned && next - end > JpegData.HARMLESS_SURPLUS_BYTES) {
            throw undecodable("a JPEG with " + (next - end) + " bytes of data beyond its pixels");
        }
    }
}
