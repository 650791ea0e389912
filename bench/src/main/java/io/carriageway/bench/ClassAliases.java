package io.carriageway.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what names of classes mean: {@code name=meaning}, with commas between. */
public final class ClassAliases {

    private ClassAliases() {}

    /**
     * The meaning of each name, in their order.
     *
     * @param meanings those that there are, as a message lists them
     * @throws IllegalArgumentException where a part is no pair, or its meaning is none of those
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
