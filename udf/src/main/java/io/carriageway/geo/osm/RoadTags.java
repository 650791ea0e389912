package io.carriageway.geo.osm;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads tags of a road that are stored but not used in computations. */
public final class RoadTags {

    /** Length of the column. */
    public static final int MAX_NAME = 200;

    private static final Pattern LANES = Pattern.compile("[1-9]\\d?");

    private RoadTags() {}

    /** The name, or all names if there are several; null if there is none. */
    public static String name(Tags tags) {
        var all = String.join("; ", tags.list("name"));
        return all.isEmpty() ? null : all;
    }

    /** The name cut to the column's length. */
    public static String shortened(String name) {
        if (name == null || name.length() <= MAX_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(MAX_NAME - 4)) ? MAX_NAME - 4 : MAX_NAME - 3;
        return name.substring(0, end).strip() + "...";
    }

    /** The number of lanes, of several numbers the smallest; null if unknown. */
    public static Integer lanes(Tags tags) {
        OptionalInt least = tags.list("lanes").stream()
                .filter(value -> LANES.matcher(value).matches())
                .mapToInt(Integer::parseInt)
                .min();
        return least.isPresent() ? least.getAsInt() : null;
    }
}
