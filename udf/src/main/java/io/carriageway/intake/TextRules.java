package io.carriageway.intake;

import java.util.Optional;

/**
 * Limits on the texts of events, so that every accepted text fits its column. Lengths are in code points, as columns
 * count them: a character outside the basic plane counts as one, although Java stores it as a surrogate pair.
 */
public final class TextRules {

    /** Most code points of free text that lake and tables store. */
    public static final int MAX_FREE_TEXT = 2_000;

    private static final char REPLACEMENT = '\uFFFD';

    private TextRules() {}

    /**
     * Checks an optional short text such as a name. Too long ones are rejected and not cut: half a name may be another
     * name.
     */
    public static Optional<Rejection> shortText(String field, String text, int maxLength) {
        return text == null ? Optional.empty() : notLonger(field, text, maxLength);
    }

    /** Checks that a text has at most {@code maxLength} code points. */
    static Optional<Rejection> notLonger(String field, String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        return length > maxLength
                ? FieldRules.reject(
                        "text-too-long",
                        "%s has %d characters, at most %d are allowed".formatted(field, length, maxLength))
                : Optional.empty();
    }

    /**
     * Free text as it is stored: its first {@value #MAX_FREE_TEXT} code points. A lone surrogate, which UTF-8 cannot
     * encode, becomes the replacement character. Null stays null.
     */
    public static String freeText(String text) {
        return text == null ? null : wellFormed(cut(text));
    }

    /** The same without blanks around it; null if nothing else is left. */
    public static String words(String text) {
        return text == null || text.isBlank() ? null : freeText(text.strip()).strip();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_FREE_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_FREE_TEXT));
    }

    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(TextRules::isSurrogate)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.codePoints().map(point -> isSurrogate(point) ? REPLACEMENT : point).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
