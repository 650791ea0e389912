package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.picture.jpeg.JpegData;
import io.carriageway.vision.picture.jpeg.JpegFrame;
import io.carriageway.vision.picture.jpeg.JpegMarkers;
import io.carriageway.vision.picture.jpeg.JpegScan;
import io.carriageway.vision.picture.jpeg.JpegScans;
import io.carriageway.vision.picture.jpeg.JpegSurplus;
import io.carriageway.vision.picture.jpeg.JpegTables;
import java.util.List;

/**
 * Checks a JPEG's segments without decoding it. The file is whole if every segment is complete and an end-of-image
 * marker follows the last scan. Only this class decides which JPEGs are accepted, because the decoders of JDKs differ
 * in what they accept.
 */
final class JpegFile implements PictureFile {

    static final byte[] MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** Bytes for each coefficient that a decoder keeps until the last scan. */
    private static final int COEFFICIENT_BYTES = 2;

    /**
     * A header that tells the decoder that colour is YCbCr, as it is in files with Exif data. JDKs differ in whether
     * Exif data alone is enough.
     */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) JpegMarkers.JFIF, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] bytes;
    private final JpegFrame frame;
    private final JpegScans scans;
    private final JpegTables tables = new JpegTables();
    private boolean hasExif;
    private boolean tellsColour;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegFile(byte[] bytes, JpegFrame frame) {
        this.bytes = bytes;
        this.frame = frame;
        this.scans = new JpegScans(frame);
    }

    static JpegFile read(byte[] bytes, PictureConfig limits) throws UnreadablePictureException {
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
        var surplus = new JpegSurplus(bytes, frame);
        int at = JpegMarkers.next(bytes, 2);
        while (JpegMarkers.code(bytes, at) != JpegMarkers.END_OF_IMAGE) {
            int end = JpegMarkers.segmentEnd(bytes, at);
            int next = JpegMarkers.next(bytes, end);
            look(at, end, frameAt);
            surplus.check(at, end, next);
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
            case JpegMarkers.HUFFMAN_TABLES -> tables.addHuffman(bytes, at + 4, end);
            case JpegMarkers.QUANTIZATION_TABLES -> tables.addQuantization(bytes, at + 4, end);
            case JpegMarkers.START_OF_SCAN -> scans.add(JpegScan.read(bytes, at, end, frame), tables);
            case JpegMarkers.EXIF -> {
                if (!hasExif && Exif.beginsAt(bytes, at + 4, end)) {
                    hasExif = true;
                    orientation = Exif.ofSegment(bytes, at + 4, end);
                }
            }
            default -> tellsColour |= tellsColour(at);
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
     * Drops comments and application segments (colour profiles, thumbnails), except those that say how colour is coded.
     */
    @Override
    public Essence essence() throws UnreadablePictureException {
        var essence = new Essence(bytes.length + JFIF.length);
        essence.add(bytes, 0, 2);
        if (hasExif && !tellsColour) {
            essence.add(JFIF, 0, JFIF.length);
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

    /** Follows the codes of a sequential picture; those of a progressive one are left to the decoder. */
    @Override
    public void checkData() throws UnreadablePictureException {
        var tables = new JpegTables();
        int interval = 0;
        int at = JpegMarkers.next(bytes, 2);
        while (!frame.progressive() && JpegMarkers.code(bytes, at) != JpegMarkers.END_OF_IMAGE) {
            int end = JpegMarkers.segmentEnd(bytes, at);
            int next = JpegMarkers.next(bytes, end);
            switch (JpegMarkers.code(bytes, at)) {
                case JpegMarkers.HUFFMAN_TABLES -> tables.addHuffman(bytes, at + 4, end);
                case JpegMarkers.RESTART_INTERVAL -> interval = JpegMarkers.unsignedShort(bytes, at + 4);
                case JpegMarkers.START_OF_SCAN -> {
                    var scan = JpegScan.read(bytes, at, end, frame);
                    new JpegData(bytes, end, next).check(parts(scan, tables), frame.units(scan), interval);
                }
                default -> {}
            }
            at = next;
        }
    }

    @Override
    public boolean trustsDecoder() {
        return frame.progressive();
    }

    private List<JpegData.Part> parts(JpegScan scan, JpegTables tables) {
        return scan.members().stream()
                .map(member -> new JpegData.Part(
                        scan.members().size() > 1 ? member.component().blocks() : 1,
                        tables.dcCodes(bytes, member),
                        tables.acCodes(bytes, member)))
                .toList();
    }

    private boolean makesPixels(int at) {
        int code = JpegMarkers.code(bytes, at);
        boolean application = (code & 0xF0) == 0xE0;
        return code != JpegMarkers.COMMENT && (!application || tellsColour(at));
    }

    private boolean tellsColour(int at) {
        int code = JpegMarkers.code(bytes, at);
        return code == JpegMarkers.ADOBE || code == JpegMarkers.JFIF && bytes[at + 4] == 'J' && bytes[at + 6] == 'I';
    }
}
