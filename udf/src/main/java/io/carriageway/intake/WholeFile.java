package io.carriageway.intake;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file into memory. A file that is too large is refused before memory runs out. */
public final class WholeFile {

    /** Largest array in bytes; some JVMs need a few for the array itself. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * The limit is one third of the memory, because a stream is read in pieces and then joined: for a moment it is in
     * memory twice.
     */
    private static final int SHARE_OF_MEMORY = 3;

    /** Thrown if a file is larger than the limit. Its message says what to do. */
    public static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLargeException(String size, long limit) {
            super(
                    "it has %s bytes, and at most %,d can be read; cut out the part that is needed (of a map: osmium extract)%s"
                            .formatted(
                                    size,
                                    limit,
                                    limit < LARGEST_ARRAY
                                            ? ", or give this process more memory by -Xmx: the limit is a third of it"
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
