package io.carriageway.intake;

import java.util.Optional;

/**
 * Limits on the texts of events, so that every accepted one fits its column. Lengths are code points, as columns count
 * them: a character outside the basic plane is one, though Java holds it as a pair of surrogates.
 */
public final class TextRules {

    /** The most code points of free text that lake and tables keep. */
    public static final int MAX_FREE_TEXT = 2_000;

    private static final char REPLACEMENT = '\uFFFD';

    private TextRules() {}

    /** A short text that need not be given, such as a name. It is not cut: half a name may be another's. */
    public static Optional<Rejection> shortText(String field, String text, int maxLength) {
        return text == null ? Optional.empty() : notLonger(field, text, maxLength);
    }

    /** A text of at most so many code points. */
    static Optional<Rejection> notLonger(String field, String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        return length > maxLength
                ? FieldRules.reject(
                        "text-too-long",
                        "%s has %d characters, at most %d are allowed".formatted(field, length, maxLength))
                : Optional.empty();
    }

    /**
     * Free text as it is kept: its first {@value #MAX_FREE_TEXT} code points, where a lone surrogate, which no UTF-8
     * can hold, is the replacement character. Null stays null.
     */
    public static String freeText(String text) {
        return text == null ? null : wellFormed(cut(text));
    }

    /** The same without blanks around it; null where it has nothing else. */
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
