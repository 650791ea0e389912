package io.carriageway.vision.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Python's repr writes of dictionaries, lists, tuples, texts and whole numbers, as Ultralytics puts it into
 * a model's metadata. JSON of those is read too.
 */
final class PythonLiteral {

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** A Map, a List, a Long, or a String; a bare word is its own text. Fails with IllegalArgumentException. */
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
        return switch (peek()) {
            case '{' -> map();
            case '[' -> list(']');
            case '(' -> list(')');
            case '\'', '"' -> quoted();
            default -> bare();
        };
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
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            unquoted.append(text.charAt(at++));
        }
        take(quote);
        return unquoted.toString();
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

    /** The next character that is no blank. */
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
        return new IllegalArgumentException("neither Python nor JSON at character " + at + " of " + text);
    }
}
