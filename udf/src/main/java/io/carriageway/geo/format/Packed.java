package io.carriageway.geo.format;

import io.carriageway.intake.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Unpacks compressed files, which are recognised by their first bytes. */
public final class Packed {

    private Packed() {}

    /**
     * Returns the content of a gzip or bzip2 file; any other file unchanged.
     *
     * @throws WholeFile.TooLargeException if the content has more bytes than the limit
     */
    public static byte[] unpack(byte[] file, long limit) throws IOException {
        if (startsWith(file, 0x1F, 0x8B)) {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
                return WholeFile.read(in, limit);
            }
        }
        if (startsWith(file, 'B', 'Z', 'h')) {
            try (var in = new BZip2CompressorInputStream(new ByteArrayInputStream(file), true)) {
                return WholeFile.read(in, limit);
            }
        }
        return file;
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
