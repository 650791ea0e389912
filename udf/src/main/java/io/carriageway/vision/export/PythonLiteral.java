package io.carriageway.vision.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses Python's repr of dictionaries, lists, tuples, strings and whole numbers, which Ultralytics writes into a
 * model's metadata. Reads the same in JSON too.
 */
final class PythonLiteral {

    /** Greatest depth: deeper than any metadata, and far below the limit of a thread's stack. */
    private static final int DEEPEST = 32;
    /** Most characters of a wrong text in a message. */
    private static final int SHOWN = 200;

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** Returns a Map, a List, a Long or a String; a bare word is a String. Fails with IllegalArgumentException. */
    static Object parse(String text) {
        var literal = new PythonLiteral(text);
        Object value = literal.value();
        if (literal.peek() != END) {
            throw literal.wrong();
        }
        return value;
    }

    private static final char END = '\0';

    private Object value() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        Object value =
                switch (peek()) {
                    case '{' -> map();
                    case '[' -> list(']');
                    case '(' -> list(')');
                    case '\'', '"' -> quoted();
                    default -> bare();
                };
        depth--;
        return value;
    }

    private Map<Object, Object> map() {
        var map = new LinkedHashMap<>();
        at++;
        while (!took('}')) {
            Object key = value();
            take(':');
            map.put(key, value());
            separate('}');
        }
        return map;
    }

    private List<Object> list(char end) {
        var list = new ArrayList<>();
        at++;
        while (!took(end)) {
            list.add(value());
            separate(end);
        }
        return list;
    }

    private void separate(char end) {
        if (peek() != end) {
            take(',');
        }
    }

    private String quoted() {
        char quote = text.charAt(at++);
        var unquoted = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length()) {
                unquoted.appendCodePoint(escaped(text.charAt(at++)));
            } else {
                unquoted.append(next);
            }
        }
        take(quote);
        return unquoted.toString();
    }

    /** The character that a letter after a backslash means; surrogates come one after the other. */
    private int escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            default -> letter;
        };
    }

    private int hexadecimal(int digits) {
        String number = text.substring(at, Math.min(at + digits, text.length()));
        if (!number.matches("[0-9A-Fa-f]{" + digits + "}") || !Character.isValidCodePoint(codePoint(number))) {
            throw wrong();
        }
        at += digits;
        return codePoint(number);
    }

    private static int codePoint(String hexadecimal) {
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(hexadecimal, 16));
    }

    private Object bare() {
        int from = at;
        while (at < text.length() && ",:{}[]()'\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).strip();
        if (word.isEmpty()) {
            throw wrong();
        }
        return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : word;
    }

    /** The next character that is not a blank. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean took(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void take(char wanted) {
        if (!took(wanted)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("neither Python nor JSON at character " + at + " of "
                + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "..."));
    }
}
