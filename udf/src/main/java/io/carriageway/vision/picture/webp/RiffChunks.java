package io.carriageway.vision.picture.webp;

import io.carriageway.vision.PictureFault;
import io.carriageway.vision.UnreadablePictureException;
import java.nio.charset.StandardCharsets;

/**
 * Iterates over the chunks of a RIFF file in memory. A chunk has a name of 4 characters, its length in bytes, its
 * bytes, and one more byte if the length is odd. Allocates nothing: a file may have a million chunks.
 */
final class RiffChunks {

    /** "RIFF", the number of bytes that follow, and the form "WEBP". */
    static final int FILE_HEADER_BYTES = 12;

    static final int CHUNK_HEADER_BYTES = 8;

    private final byte[] bytes;
    private final int fileEnd;
    private int at;
    private int contentEnd;

    private RiffChunks(byte[] bytes, int fileEnd) {
        this.bytes = bytes;
        this.fileEnd = fileEnd;
        this.contentEnd = FILE_HEADER_BYTES;
    }

    /** Starts before the first chunk. Bytes after the end that the file's header states are ignored. */
    static RiffChunks of(byte[] bytes) throws UnreadablePictureException {
        if (bytes.length < FILE_HEADER_BYTES) {
            throw truncated(bytes.length);
        }
        long end = Integer.toUnsignedLong(intAt(bytes, 4)) + CHUNK_HEADER_BYTES;
        if (end > bytes.length) {
            throw truncated(bytes.length);
        }
        if (end < FILE_HEADER_BYTES) {
            throw undecodable("a WebP that states a size of " + (end - CHUNK_HEADER_BYTES) + " bytes");
        }
        return new RiffChunks(bytes, (int) end);
    }

    /** Moves to the next chunk; false if there is none. A rest that is too short for a chunk is ignored. */
    boolean next() throws UnreadablePictureException {
        at = contentEnd + (contentEnd & 1);
        if (fileEnd - at < CHUNK_HEADER_BYTES) {
            return false;
        }
        long end = at + CHUNK_HEADER_BYTES + Integer.toUnsignedLong(intAt(bytes, at + 4));
        if (end > fileEnd) {
            throw undecodable("a WebP with a chunk that is longer than its file");
        }
        contentEnd = (int) end;
        return true;
    }

    boolean is(String name) {
        for (int i = 0; i < 4; i++) {
            if (bytes[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int content() {
        return at + CHUNK_HEADER_BYTES;
    }

    int end() {
        return contentEnd;
    }

    static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    static int int24At(byte[] bytes, int at) {
        return unsigned(bytes, at) | unsigned(bytes, at + 1) << 8 | unsigned(bytes, at + 2) << 16;
    }

    static int intAt(byte[] bytes, int at) {
        return int24At(bytes, at) | unsigned(bytes, at + 3) << 24;
    }

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    static UnreadablePictureException truncated(int length) {
        return new UnreadablePictureException(
                PictureFault.PICTURE_TRUNCATED, "the file ends after " + length + " bytes, inside a WebP");
    }

    static UnreadablePictureException undecodable(String why) {
        return new UnreadablePictureException(PictureFault.PICTURE_UNDECODABLE, why);
    }
}
