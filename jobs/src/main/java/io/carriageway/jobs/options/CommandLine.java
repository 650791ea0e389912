package io.carriageway.jobs.options;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads {@code --key value} and {@code --key=value}. Every option has a value, so the argument after a key is its
 * value, even if it begins with a dash. An unknown argument is reported by its position, because it may be a secret.
 */
final class CommandLine {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final String MARK = "--";

    private CommandLine() {}

    /**
     * Returns the options by key; of an option that is given twice, the last.
     *
     * @param known the existing options; an argument that is one of them, with its dashes, is never the value of
     *     another
     */
    static Map<String, String> read(String[] arguments, KnownKeys known) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (!isOption(argument)) {
                throw new IllegalArgumentException(
                        "argument %d is not an option; write --key value or --key=value".formatted(i + 1));
            }
            var key = key(argument);
            if (!known.contains(key)) {
                throw new IllegalArgumentException("argument %d %s".formatted(i + 1, known.refusal(key)));
            }
            int equals = argument.indexOf('=');
            if (equals >= 0) {
                values.put(key, argument.substring(equals + 1));
            } else {
                i++;
                values.put(key, value(arguments, i, known));
            }
        }
        return values;
    }

    /** Whether a text has the form of an option's key. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    private static boolean isOption(String argument) {
        return argument.startsWith(MARK) && isKey(key(argument));
    }

    /** The key of an argument that begins with dashes. */
    private static String key(String argument) {
        return argument.substring(MARK.length()).split("=", 2)[0];
    }

    private static String value(String[] arguments, int i, KnownKeys known) {
        boolean isMissing = i == arguments.length || arguments[i].startsWith(MARK) && known.contains(key(arguments[i]));
        if (isMissing) {
            throw new IllegalArgumentException("option %s has no value".formatted(arguments[i - 1]));
        }
        return arguments[i];
    }
}
