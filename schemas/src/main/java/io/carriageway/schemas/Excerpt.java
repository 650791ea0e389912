package io.carriageway.schemas;

/** The beginning of a text of somebody else's, which may be as large as a schema and is shown with every record. */
final class Excerpt {

    static final int MAX_CHARACTERS = 300;

    private static final String MARK = "...";

    private Excerpt() {}

    /** The text, or its beginning and a mark that it went on; never half a surrogate pair. */
    static String of(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = MAX_CHARACTERS - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MARK;
    }
}
