package io.carriageway.vision.picture;

import static io.carriageway.vision.picture.PictureFile.truncated;
import static io.carriageway.vision.picture.PictureFile.undecodable;

import io.carriageway.vision.UnreadablePictureException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * A PNG's chunks, walked without decoding. Whole means: every chunk complete up to its end chunk, and those of the
 * pixels undamaged.
 */
final class PngFile implements PictureFile {

    static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504C5445;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;
    /** Length and type before a chunk's content, checksum after it. */
    private static final int AROUND_CONTENT = 12;

    private final byte[] bytes;
    private final int width;
    private final int height;

    private PngFile(byte[] bytes, int width, int height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    static PngFile read(byte[] bytes) throws UnreadablePictureException {
        int end = chunkEnd(bytes, MAGIC.length);
        ByteBuffer header = ByteBuffer.wrap(bytes, MAGIC.length + 4, end - MAGIC.length - 4);
        if (header.getInt() != HEADER || header.remaining() < 13) {
            throw undecodable("a PNG that does not begin with its header");
        }
        int width = header.getInt();
        int height = header.getInt();
        if (width <= 0 || height <= 0) {
            throw undecodable("a PNG of " + width + "x" + height + " pixels");
        }
        return new PngFile(bytes, width, height);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** Drops texts, profiles and the like: some are compressed, and a decoder would inflate them without a limit. */
    @Override
    public byte[] essence() throws UnreadablePictureException {
        var essence = new ByteArrayOutputStream(bytes.length);
        essence.write(MAGIC, 0, MAGIC.length);
        int at = MAGIC.length;
        int type;
        do {
            int end = chunkEnd(bytes, at);
            type = ByteBuffer.wrap(bytes).getInt(at + 4);
            if (makesPixels(type)) {
                checkSum(at, end);
                essence.write(bytes, at, end - at);
            }
            at = end;
        } while (type != END);
        return essence.toByteArray();
    }

    private static boolean makesPixels(int type) {
        return type == HEADER || type == PALETTE || type == TRANSPARENCY || type == DATA || type == END;
    }

    private static int chunkEnd(byte[] bytes, int at) throws UnreadablePictureException {
        long length = at + 4 > bytes.length
                ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
        long end = at + AROUND_CONTENT + length;
        if (end > bytes.length) {
            throw truncated("after " + bytes.length + " bytes, inside or before a PNG chunk");
        }
        return (int) end;
    }

    private void checkSum(int at, int end) throws UnreadablePictureException {
        var sum = new CRC32();
        sum.update(bytes, at + 4, end - at - 8);
        if ((int) sum.getValue() != ByteBuffer.wrap(bytes).getInt(end - 4)) {
            throw undecodable("a PNG chunk that does not match its checksum");
        }
    }
}
