package io.carriageway.geo;

import java.util.regex.Pattern;

/** A position in WGS 84 degrees. */
public record Place(double latitude, double longitude) {

    private static final Pattern PAIR = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

    /**
     * Reads latitude and longitude.
     *
     * @throws IllegalArgumentException if the text is not such a pair
     */
    public static Place parse(String text) {
        var pair = PAIR.matcher(text);
        if (pair.matches()) {
            var place = new Place(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
            if (Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180) {
                return place;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no latitude and longitude in degrees; write for example 52.52,13.405".formatted(text));
    }
}
