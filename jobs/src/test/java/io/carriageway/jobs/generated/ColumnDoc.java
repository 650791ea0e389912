package io.carriageway.jobs.generated;

import java.util.regex.Pattern;

/**
 * What the doc of a column says.
 *
 * @param meaning what the column has, with its unit and range
 * @param ofNull what NULL means; empty where the doc does not say
 */
record ColumnDoc(String meaning, String ofNull) {

    private static final Pattern NULL = Pattern.compile("^(.*?\\.)(?: NULL: (.+))?$", Pattern.DOTALL);

    static ColumnDoc of(String doc) {
        var parts = NULL.matcher(doc);
        if (!parts.matches()) {
            throw new IllegalStateException("no sentence: '%s'".formatted(doc));
        }
        return new ColumnDoc(parts.group(1), parts.group(2) == null ? "" : parts.group(2));
    }
}
