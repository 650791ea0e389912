package io.carriageway.vision.picture.jpeg;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/**
 * Checks a JPEG's scans in the order of the file: each must be allowed by its frame, with tables that precede it. A
 * decoder would use other tables, or paint missing parts grey.
 */
public final class JpegScans {

    /** Most scans: a scan needs time even in a picture of a few pixels. */
    private static final int MAX_SCANS = 100;

    private final JpegFrame frame;
    /** One bit for each component, set once its mean values have been read: without them it has no picture. */
    private int seen;

    private int count;
    private boolean several;

    public JpegScans(JpegFrame frame) {
        this.frame = frame;
    }

    public int count() {
        return count;
    }

    /** Whether a decoder must keep coefficients until the last scan. */
    public boolean several() {
        return several;
    }

    public void add(JpegScan scan, JpegTables tables) throws UnreadablePictureException {
        if (++count > MAX_SCANS) {
            throw undecodable("a JPEG of more than " + MAX_SCANS + " scans");
        }
        several |= frame.progressive()
                || scan.members().size() < frame.components().size();
        boolean means = scan.bringsMeans(frame);
        for (JpegScan.Member member : scan.members()) {
            tables.require(member, means, scan.bringsDetail(frame));
            if (!frame.progressive() && (seen & 1 << member.index()) != 0) {
                throw undecodable("a JPEG with two scans of one component");
            }
            seen |= means ? 1 << member.index() : 0;
        }
    }

    public void checkComplete() throws UnreadablePictureException {
        if (seen != (1 << frame.components().size()) - 1) {
            throw undecodable(count == 0 ? "a JPEG without data" : "a JPEG without data of one of its components");
        }
    }
}
