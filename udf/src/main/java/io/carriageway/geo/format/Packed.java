package io.carriageway.geo.format;

import io.carriageway.intake.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Unpacks files that are compressed, which their first bytes tell. */
public final class Packed {

    private Packed() {}

    /**
     * What a gzip or bzip2 file holds; any other as it is.
     *
     * @throws WholeFile.TooLargeException where that has more bytes than the limit
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
