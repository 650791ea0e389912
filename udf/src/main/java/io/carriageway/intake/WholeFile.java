package io.carriageway.intake;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file into memory, and refuses one that is too large for that before the memory is used up. */
public final class WholeFile {

    /** In bytes; some JVMs need a few for the array itself. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** A stream is read in pieces, which are joined: for a moment it is in memory twice. */
    private static final int SHARE_OF_MEMORY = 3;

    /** A file is larger than the limit. Its message says what to do. */
    public static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLargeException(String size, long limit) {
            super(
                    "it has %s bytes, and at most %,d can be read; cut out the part that is needed (of a map: osmium extract)%s"
                            .formatted(
                                    size,
                                    limit,
                                    limit < LARGEST_ARRAY
                                            ? ", or give this process more memory by -Xmx, of which a third is the limit"
                                            : ""));
        }
    }

    private WholeFile() {}

    /** The largest file in bytes that this process can read: a third of its memory, and less than 2 GB. */
    public static long limit() {
        return Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    /** Refuses a file whose size is known. */
    public static void requireFits(long bytes, long limit) throws TooLargeException {
        if (bytes > limit) {
            throw new TooLargeException("%,d".formatted(bytes), limit);
        }
    }

    /** Reads a stream whose size is not known. */
    public static byte[] read(InputStream in, long limit) throws IOException {
        var bytes = in.readNBytes((int) limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new TooLargeException("more than %,d".formatted(limit), limit);
        }
        return bytes;
    }
}
