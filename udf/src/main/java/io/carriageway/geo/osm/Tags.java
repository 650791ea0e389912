package io.carriageway.geo.osm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tags of a way. A value may be a list separated by semicolons, as in OpenStreetMap; lists of other tools are
 * converted to this form.
 */
public record Tags(Map<String, String> values) {

    /** The value; null if there is none. */
    public String get(String key) {
        return values.get(key);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value, stripped and in lower case; empty if there is none. */
    public String word(String key) {
        return values.getOrDefault(key, "").strip().toLowerCase(Locale.ROOT);
    }

    /** The values of a list without repetitions, in their order. */
    public List<String> list(String key) {
        var value = values.getOrDefault(key, "").strip();
        if (value.indexOf(';') < 0) {
            return value.isEmpty() ? List.of() : List.of(value);
        }
        return Arrays.stream(value.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
