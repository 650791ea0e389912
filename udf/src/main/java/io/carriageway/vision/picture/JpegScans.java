package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/**
 * Judges a JPEG's scans one after the other, as they come in the file: each must be one that its frame allows, with
 * tables that came before it. A decoder would fall back on other tables, or paint what is missing grey.
 */
final class JpegScans {

    /** A scan costs something even in a picture of a few pixels. */
    private static final int MAX_SCANS = 100;

    private static final int MAX_BLOCKS_IN_UNIT = 10;
    private static final int LAST_COEFFICIENT = 63;
    private static final int MAX_POINT_TRANSFORM = 13;

    private final JpegFrame frame;
    private final JpegTables tables = new JpegTables();
    /** One bit a component, set once its mean values have come: without them it has no picture. */
    private int seen;

    private int count;
    private boolean several;

    JpegScans(JpegFrame frame) {
        this.frame = frame;
    }

    JpegTables tables() {
        return tables;
    }

    int count() {
        return count;
    }

    /** Whether a decoder must keep coefficients until the last scan. */
    boolean several() {
        return several;
    }

    void add(byte[] bytes, int at, int end) throws UnreadablePictureException {
        if (++count > MAX_SCANS) {
            throw undecodable("a JPEG of more than " + MAX_SCANS + " scans");
        }
        int components = end > at + 4 ? bytes[at + 4] & 0xFF : 0;
        if (components < 1 || components > frame.components().size() || end != at + 8 + 2 * components) {
            throw undecodable("a JPEG scan header of the wrong length");
        }
        int last = end - 3;
        var band = new Band(
                bytes[last] & 0xFF, bytes[last + 1] & 0xFF, (bytes[last + 2] & 0xF0) >> 4, bytes[last + 2] & 0x0F);
        check(band, components);
        several |= frame.progressive() || components < frame.components().size();
        int inScan = 0;
        int blocks = 0;
        for (int selector = at + 5; selector < last; selector += 2) {
            int index = frame.indexOf(bytes[selector] & 0xFF);
            if (index < 0 || (inScan & 1 << index) != 0) {
                throw undecodable("a JPEG scan of a component that cannot be");
            }
            inScan |= 1 << index;
            var component = frame.components().get(index);
            blocks += component.across() * component.down();
            tables.require(component.table(), bytes[selector + 1] & 0xFF, usesDc(band), usesAc(band));
        }
        if (components > 1 && blocks > MAX_BLOCKS_IN_UNIT) {
            throw undecodable("a JPEG scan with " + blocks + " blocks in a unit");
        }
        see(inScan, band);
    }

    /** Which coefficients a scan brings, and which of their bits. */
    private record Band(int first, int last, int high, int low) {}

    private void check(Band band, int components) throws UnreadablePictureException {
        if (!frame.progressive()) {
            return;
        }
        boolean ordered = band.first == 0
                ? band.last == 0
                : band.first <= band.last && band.last <= LAST_COEFFICIENT && components == 1;
        if (!ordered || band.high != 0 && band.low != band.high - 1 || band.low > MAX_POINT_TRANSFORM) {
            throw undecodable("a JPEG scan out of progression");
        }
    }

    private boolean usesDc(Band band) {
        return !frame.progressive() || band.first == 0 && band.high == 0;
    }

    private boolean usesAc(Band band) {
        return !frame.progressive() || band.first > 0;
    }

    private void see(int inScan, Band band) throws UnreadablePictureException {
        if (!frame.progressive() && (seen & inScan) != 0) {
            throw undecodable("a JPEG with two scans of one component");
        }
        if (usesDc(band)) {
            seen |= inScan;
        }
    }

    void checkComplete() throws UnreadablePictureException {
        if (seen != (1 << frame.components().size()) - 1) {
            throw undecodable(count == 0 ? "a JPEG without data" : "a JPEG without data of one of its components");
        }
    }
}
