package io.carriageway.text;

/**
 * Makes text of unknown origin safe for a log or a terminal, where a newline could forge a line and an escape sequence
 * could hide one. Control characters are escaped as in Java source; other characters are unchanged.
 */
public final class Printable {

    private Printable() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isControl)) {
            return text;
        }
        var printable = new StringBuilder();
        text.codePoints().forEach(each -> append(printable, each));
        return printable.toString();
    }

    /** Control characters, line ends, invisible format characters and lone surrogates. */
    static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder printable, int codePoint) {
        switch (codePoint) {
            case '\n' -> printable.append("\\n");
            case '\r' -> printable.append("\\r");
            case '\t' -> printable.append("\\t");
            default -> {
                if (isControl(codePoint)) {
                    for (char unit : Character.toChars(codePoint)) {
                        printable.append("\\u%04x".formatted((int) unit));
                    }
                } else {
                    printable.appendCodePoint(codePoint);
                }
            }
        }
    }
}
