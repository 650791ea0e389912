package io.carriageway.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Parses aliases of class names: {@code name=meaning}, separated by commas. */
public final class ClassAliases {

    private ClassAliases() {}

    /**
     * The meaning of each name, in their order.
     *
     * @param meanings the possible meanings, as messages list them
     * @throws IllegalArgumentException if a part is no pair, or its meaning is not one of those
     */
    public static Map<String, String> parse(String given, Predicate<String> isMeaning, String meanings) {
        var aliases = new LinkedHashMap<String, String>();
        for (String pair : given.isBlank() ? new String[0] : given.split(",")) {
            var sides = pair.split("=", -1);
            if (sides.length != 2 || !isMeaning.test(sides[1].strip())) {
                throw new IllegalArgumentException(
                        "ALIASES has '%s': write name=%s, with commas between".formatted(pair, meanings));
            }
            aliases.put(sides[0].strip(), sides[1].strip());
        }
        return aliases;
    }
}
