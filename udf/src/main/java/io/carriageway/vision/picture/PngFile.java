package io.carriageway.vision.picture;

import static io.carriageway.vision.UnreadablePictureException.truncated;
import static io.carriageway.vision.UnreadablePictureException.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Checks a PNG's chunks without decoding it. The file is whole if every chunk up to the end chunk is complete, those of
 * the pixels are undamaged, and there is enough data to inflate to all pixels.
 */
final class PngFile implements PictureFile {

    static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int EXIF = 0x65584966;
    /** Bytes of length and type before a chunk's content; its checksum follows. */
    private static final int BEFORE_CONTENT = 8;

    private static final int AROUND_CONTENT = 12;
    private static final int MAX_PALETTE_BYTES = 3 * 256;
    /** Greatest ratio of deflate: 258 bytes in 2 bits. */
    private static final int MAX_INFLATION = 1032;

    private final byte[] bytes;
    private final PngHeader header;
    private final CRC32 sum = new CRC32();
    private int palette;
    private long dataBytes;
    private boolean hasData;
    private Orientation orientation;

    private PngFile(byte[] bytes, PngHeader header) {
        this.bytes = bytes;
        this.header = header;
    }

    static PngFile read(byte[] bytes, PictureConfig limits) throws UnreadablePictureException {
        int end = chunkEnd(bytes, MAGIC.length);
        int content = MAGIC.length + BEFORE_CONTENT;
        if (type(bytes, MAGIC.length) != HEADER || end != MAGIC.length + AROUND_CONTENT + PngHeader.BYTES) {
            throw undecodable("a PNG that does not begin with its header");
        }
        var header = PngHeader.read(ByteBuffer.wrap(bytes, content, PngHeader.BYTES));
        limits.checkPixels(header.width(), header.height());
        var file = new PngFile(bytes, header);
        limits.checkMemory(file.decodingBytes());
        file.walk();
        return file;
    }

    private void walk() throws UnreadablePictureException {
        int at = MAGIC.length;
        int type;
        do {
            int end = chunkEnd(bytes, at);
            type = type(bytes, at);
            look(type, at, end);
            at = end;
        } while (type != END);
        if (header.needsPalette() && palette == 0 || !hasData) {
            throw undecodable(hasData ? "a PNG without its palette" : "a PNG without data");
        }
        if (dataBytes * MAX_INFLATION < header.inflatedBytes()) {
            throw truncated(
                    "before its last row: " + dataBytes + " bytes of data for " + width() + "x" + height() + " pixels");
        }
    }

    private void look(int type, int at, int end) throws UnreadablePictureException {
        switch (type) {
            case HEADER, END -> checkSum(at, end);
            case PALETTE -> {
                checkSum(at, end);
                if (!hasData && palette == 0) {
                    palette = at;
                    checkPalette(end - at - AROUND_CONTENT);
                }
            }
            case DATA -> {
                checkSum(at, end);
                hasData = true;
                dataBytes += end - at - AROUND_CONTENT;
            }
            case EXIF -> {
                if (orientation == null && sum(at, end) == checkSumOf(end)) {
                    orientation = Exif.ofTiff(bytes, at + BEFORE_CONTENT, end - 4);
                }
            }
            default -> {}
        }
    }

    private static void checkPalette(int length) throws UnreadablePictureException {
        if (length == 0 || length % 3 != 0 || length > MAX_PALETTE_BYTES) {
            throw undecodable("a PNG with a palette of " + length + " bytes");
        }
    }

    @Override
    public int width() {
        return header.width();
    }

    @Override
    public int height() {
        return header.height();
    }

    @Override
    public Orientation orientation() {
        return orientation == null ? Orientation.UPRIGHT : orientation;
    }

    @Override
    public long decodingBytes() {
        return header.imageBytes() + PictureFile.besidesPixels(bytes.length, header.width());
    }

    /**
     * The header, the palette if the pixels use it, and the data in one chunk, because a decoder uses 8 kB for each
     * chunk of data, which may be empty. Texts and profiles are dropped: some are compressed, and a decoder would
     * inflate them without a limit.
     */
    @Override
    public Essence essence() throws UnreadablePictureException {
        var essence = new Essence(bytes.length);
        int headerEnd = chunkEnd(bytes, MAGIC.length);
        essence.add(bytes, 0, headerEnd);
        if (header.needsPalette()) {
            essence.add(bytes, palette, chunkEnd(bytes, palette));
        }
        essence.addInt((int) dataBytes);
        int data = essence.length();
        essence.addInt(DATA);
        int at = headerEnd;
        int type = type(bytes, at);
        while (type != END) {
            int end = chunkEnd(bytes, at);
            if (type == DATA) {
                essence.add(bytes, at + BEFORE_CONTENT, end - 4);
            }
            at = end;
            type = type(bytes, at);
        }
        essence.addChecksum(data);
        essence.add(bytes, at, chunkEnd(bytes, at));
        return essence;
    }

    private static int type(byte[] bytes, int at) {
        return intAt(bytes, at + 4);
    }

    private static int chunkEnd(byte[] bytes, int at) throws UnreadablePictureException {
        long length = at + 4 > bytes.length ? 0 : Integer.toUnsignedLong(intAt(bytes, at));
        long end = at + AROUND_CONTENT + length;
        if (end > bytes.length) {
            throw truncated("after " + bytes.length + " bytes, inside or before a PNG chunk");
        }
        return (int) end;
    }

    private void checkSum(int at, int end) throws UnreadablePictureException {
        if (sum(at, end) != checkSumOf(end)) {
            throw undecodable("a PNG chunk that does not match its checksum");
        }
    }

    private int sum(int at, int end) {
        sum.reset();
        sum.update(bytes, at + 4, end - at - BEFORE_CONTENT);
        return (int) sum.getValue();
    }

    private int checkSumOf(int end) {
        return intAt(bytes, end - 4);
    }

    /** Reads an integer without allocation: a file may have a million chunks. */
    private static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
