package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;

/**
 * A JPEG's segments, walked without decoding. Whole means: every segment complete, and an end-of-image marker after the
 * last scan. This class alone says which JPEGs are accepted; JDKs differ in what their decoders make of others.
 */
final class JpegFile implements PictureFile {

    static final byte[] MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** What a decoder keeps of a coefficient until the last scan. */
    private static final int COEFFICIENT_BYTES = 2;

    /** Tells the decoder that colours are YCbCr, whatever its components are called. */
    private static final byte[] EMPTY_EXIF = {(byte) 0xFF, (byte) JpegMarkers.EXIF, 0, 2};

    private final byte[] bytes;
    private final JpegFrame frame;
    private final JpegScans scans;
    private int exif;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegFile(byte[] bytes, JpegFrame frame) {
        this.bytes = bytes;
        this.frame = frame;
        this.scans = new JpegScans(frame);
    }

    static JpegFile read(byte[] bytes, PictureLimits limits) throws UnreadablePictureException {
        int at = JpegMarkers.next(bytes, 2);
        while (!JpegMarkers.isFrame(JpegMarkers.code(bytes, at))) {
            int code = JpegMarkers.code(bytes, at);
            if (code == JpegMarkers.START_OF_SCAN || code == JpegMarkers.END_OF_IMAGE) {
                throw undecodable("a JPEG without a frame header before its data");
            }
            at = JpegMarkers.next(bytes, JpegMarkers.segmentEnd(bytes, at));
        }
        JpegFrame frame = JpegFrame.read(bytes, at);
        limits.checkPixels(frame.width(), frame.height());
        var file = new JpegFile(bytes, frame);
        file.walk(at);
        if (file.scans.several()) {
            limits.checkScans(file.scans.count(), frame.width(), frame.height());
        }
        limits.checkMemory(file.decodingBytes());
        return file;
    }

    private void walk(int frameAt) throws UnreadablePictureException {
        int at = JpegMarkers.next(bytes, 2);
        while (JpegMarkers.code(bytes, at) != JpegMarkers.END_OF_IMAGE) {
            int end = JpegMarkers.segmentEnd(bytes, at);
            int next = JpegMarkers.next(bytes, end);
            look(at, end, frameAt);
            at = next;
        }
        scans.checkComplete();
    }

    private void look(int at, int end, int frameAt) throws UnreadablePictureException {
        int code = JpegMarkers.code(bytes, at);
        if (JpegMarkers.isForeign(code) || JpegMarkers.isFrame(code) && at != frameAt) {
            throw undecodable(String.format("a JPEG with marker 0x%02X, which does not belong there", code));
        }
        switch (code) {
            case JpegMarkers.HUFFMAN_TABLES -> scans.tables().addHuffman(bytes, at + 4, end);
            case JpegMarkers.QUANTIZATION_TABLES -> scans.tables().addQuantization(bytes, at + 4, end);
            case JpegMarkers.START_OF_SCAN -> scans.add(bytes, at, end);
            case JpegMarkers.EXIF -> {
                if (exif == 0 && Exif.beginsAt(bytes, at + 4, end)) {
                    exif = at;
                    orientation = Exif.ofSegment(bytes, at + 4, end);
                }
            }
            default -> {}
        }
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }

    @Override
    public long decodingBytes() {
        long pixels = (long) frame.width() * frame.height() * frame.components().size();
        long coefficients = scans.several() ? COEFFICIENT_BYTES * frame.storedSamples() : 0;
        return pixels + coefficients + PictureFile.besidesPixels(bytes.length, frame.width());
    }

    /**
     * Drops comments and application segments (colour profiles, thumbnails) but those that tell how colour is coded.
     */
    @Override
    public Essence essence() throws UnreadablePictureException {
        var essence = new Essence(bytes.length);
        essence.add(bytes, 0, 2);
        if (exif != 0) {
            essence.add(EMPTY_EXIF, 0, EMPTY_EXIF.length);
        }
        int at = JpegMarkers.next(bytes, 2);
        while (JpegMarkers.code(bytes, at) != JpegMarkers.END_OF_IMAGE) {
            int end = JpegMarkers.segmentEnd(bytes, at);
            int next = JpegMarkers.next(bytes, end);
            if (makesPixels(at)) {
                boolean scan = JpegMarkers.code(bytes, at) == JpegMarkers.START_OF_SCAN;
                essence.add(bytes, at, scan ? next : end);
            }
            at = next;
        }
        essence.add(bytes, at, at + 2);
        return essence;
    }

    private boolean makesPixels(int at) {
        int code = JpegMarkers.code(bytes, at);
        boolean application = (code & 0xF0) == 0xE0;
        boolean jfif = code == JpegMarkers.JFIF && bytes[at + 4] == 'J' && bytes[at + 6] == 'I';
        return code != JpegMarkers.COMMENT && (!application || jfif || code == JpegMarkers.ADOBE);
    }
}
