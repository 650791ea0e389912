package io.carriageway.schemas;

/** Cuts foreign text for messages: it may be as long as a schema, and is shown with every record. */
final class Excerpt {

    static final int MAX_CHARACTERS = 300;

    private static final String MARK = "...";

    private Excerpt() {}

    /** The text, or its beginning and a mark that it was cut. Surrogate pairs are not split. */
    static String of(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        int end = MAX_CHARACTERS - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MARK;
    }
}
