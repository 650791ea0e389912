package io.carriageway.text;

import java.util.Optional;

/**
 * Decides which texts can be an id, of a camera, a frame, a vehicle or a segment. Two different ids must be different
 * everywhere. But MySQL ignores blanks at the end of a text, identities and keys are joined by newlines, and a text
 * that was invalid UTF-8 may have become equal to another.
 */
public final class Identifier {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Identifier() {}

    /** What is wrong with the id, as the end of a sentence that begins with the field's name; empty if nothing is. */
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
     * Characters that control a terminal, end a line or are invisible. The two joiners are allowed, because words in
     * Persian and Hindi need them. Lone surrogates are forbidden: UTF-8 cannot encode them, and writes a question mark.
     */
    private static boolean isForbidden(int codePoint) {
        return codePoint == REPLACEMENT
                || codePoint != NON_JOINER && codePoint != JOINER && Printable.isControl(codePoint);
    }

    private static String named(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }
}
