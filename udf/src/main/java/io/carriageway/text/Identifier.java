package io.carriageway.text;

import java.util.Optional;

/**
 * Says which texts may be the id of anything: a camera, a frame, a vehicle, a segment. Two ids that differ must differ
 * for everybody: MySQL compares texts without the blanks at their ends, identities and keys are joined by newlines, and
 * a text that was no UTF-8 has lost what told it from others.
 */
public final class Identifier {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Identifier() {}

    /** What is wrong with the id, as the end of a sentence that begins with its field; empty where nothing is. */
    public static Optional<String> fault(String id, int maxLength) {
        int length = id.codePointCount(0, id.length());
        if (length == 0 || length > maxLength) {
            return Optional.of("has %d characters, 1 to %d are allowed".formatted(length, maxLength));
        }
        return blankEnd(id).or(() -> id.codePoints()
                .filter(Identifier::isForbidden)
                .mapToObj(each -> each == REPLACEMENT
                        ? "is no valid UTF-8"
                        : "has the control character %s".formatted(named(each)))
                .findFirst());
    }

    private static Optional<String> blankEnd(String id) {
        int first = id.codePointAt(0);
        int last = id.codePointBefore(id.length());
        if (isBlank(first)) {
            return Optional.of("begins with the blank %s".formatted(named(first)));
        }
        return isBlank(last) ? Optional.of("ends with the blank %s".formatted(named(last))) : Optional.empty();
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /**
     * Whatever steers a terminal, ends a line or is not seen. The two joiners are letters' own: Persian and Hindi words
     * need them. Half of a surrogate pair has no UTF-8, and becomes a question mark.
     */
    private static boolean isForbidden(int codePoint) {
        return codePoint == REPLACEMENT
                || codePoint != NON_JOINER && codePoint != JOINER && Printable.isControl(codePoint);
    }

    private static String named(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
