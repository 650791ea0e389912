package io.carriageway.geo.osm;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Tags of a road from which nothing is computed. */
public final class RoadTags {

    /** As long as the column is. */
    public static final int MAX_NAME = 200;

    private static final Pattern LANES = Pattern.compile("[1-9]\\d?");

    private RoadTags() {}

    /** The name, of several all; null where it has none. */
    public static String name(Tags tags) {
        var all = String.join("; ", tags.list("name"));
        return all.isEmpty() ? null : all;
    }

    /** The name as long as it may be. */
    public static String shortened(String name) {
        if (name == null || name.length() <= MAX_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(MAX_NAME - 4)) ? MAX_NAME - 4 : MAX_NAME - 3;
        return name.substring(0, end).strip() + "...";
    }

    /** How many lanes there are, of several numbers the smallest; null where it is not known. */
    public static Integer lanes(Tags tags) {
        OptionalInt least = tags.list("lanes").stream()
                .filter(value -> LANES.matcher(value).matches())
                .mapToInt(Integer::parseInt)
                .min();
        return least.isPresent() ? least.getAsInt() : null;
    }
}
