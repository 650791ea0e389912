package io.carriageway.vision.picture;

import io.carriageway.vision.picture.jpeg.JpegData;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets the warnings of the JDK's JPEG decoder. */
final class DecoderWarning {

    private static final Pattern SURPLUS =
            Pattern.compile("Corrupt JPEG data: (\\d+) extraneous bytes before marker .*");

    private DecoderWarning() {}

    /** Surplus before the end-of-image marker is the last fault that a decoder can report. */
    static boolean isLast(String warning) {
        return SURPLUS.matcher(warning).matches() && warning.endsWith("0xd9");
    }

    static boolean tellsDamage(String warning) {
        Matcher surplus = SURPLUS.matcher(warning);
        if (surplus.matches()) {
            return Long.parseLong(surplus.group(1)) > JpegData.HARMLESS_SURPLUS_BYTES;
        }
        return warning.startsWith("Corrupt JPEG data");
    }
}
