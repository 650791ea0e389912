package io.carriageway.geo.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the encoding of a file of XML or JSON. Such a file begins with ASCII. So a zero byte beside its first character
 * shows UTF-16 if there is no byte order mark.
 */
final class TextEncoding {

    private static final int ZERO_FIRST = 0x00FF;
    private static final int BIG_ENDIAN_MARK = 0xFEFF;
    private static final int LITTLE_ENDIAN_MARK = 0xFFFE;

    private TextEncoding() {}

    /** UTF-16 in one of its byte orders; otherwise UTF-8. */
    static Charset of(byte[] file) {
        if (file.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int start = (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        if (start == BIG_ENDIAN_MARK || start == LITTLE_ENDIAN_MARK) {
            return StandardCharsets.UTF_16;
        }
        if (start > 0 && start <= ZERO_FIRST) {
            return StandardCharsets.UTF_16BE;
        }
        return start != 0 && (start & 0xFF) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    /** The beginning of a file as text, without its byte order mark. */
    static String head(byte[] file, int bytes) {
        var text = new String(file, 0, Math.min(file.length, bytes), of(file));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
