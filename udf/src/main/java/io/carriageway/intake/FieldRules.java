package io.carriageway.intake;

import io.carriageway.text.Identifier;
import java.time.Instant;
import java.util.Optional;

/** Checks of single fields that several topics share. Each returns what is wrong, or nothing. */
public final class FieldRules {

    /** The latest time that every table and file can store. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private FieldRules() {}

    /**
     * Checks an identifier: 1 to {@code maxLength} code points (the length of its column), no blanks at its ends, no
     * control characters.
     */
    public static Optional<Rejection> id(String field, String id, int maxLength) {
        return TextRules.notLonger(field, id, maxLength).or(() -> Identifier.fault(id, maxLength)
                .map(fault -> new Rejection("id-invalid", field + " " + fault)));
    }

    /** Checks that a time is in the years 1970 to 9999, which every table and file can store. */
    public static Optional<Rejection> time(String field, Instant time) {
        return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)
                ? reject("time-out-of-range", "%s is %s, not in [%s, %s]".formatted(field, time, Instant.EPOCH, LATEST))
                : Optional.empty();
    }

    /** Checks a position in degrees of WGS 84. Exactly (0, 0) is refused: receivers without a fix send it. */
    public static Optional<Rejection> position(double latitude, double longitude) {
        return range("latitude", latitude, -90, 90)
                .or(() -> range("longitude", longitude, -180, 180))
                .or(() -> notZero(latitude, longitude));
    }

    private static Optional<Rejection> notZero(double latitude, double longitude) {
        return latitude == 0 && longitude == 0 // true for -0.0 too
                ? reject("position-zero", "latitude and longitude are both exactly 0: the position is not known")
                : Optional.empty();
    }

    /**
     * Checks that a number is within bounds, both inclusive; NaN is not. The reason is the field's name in kebab case.
     */
    public static Optional<Rejection> range(String field, double value, double low, double high) {
        boolean inRange = value >= low && value <= high; // false for NaN
        return inRange
                ? Optional.empty()
                : reject(
                        field.replace('_', '-') + "-out-of-range",
                        "%s is %s, not in [%s, %s]".formatted(field, value, plain(low), plain(high)));
    }

    /** Checks the same for a field that may be absent. */
    public static Optional<Rejection> rangeIfGiven(String field, Number value, double low, double high) {
        return value == null ? Optional.empty() : range(field, value.doubleValue(), low, high);
    }

    public static Optional<Rejection> reject(String reason, String detail) {
        return Optional.of(new Rejection(reason, detail));
    }

    /** A bound without trailing zeros: 90 and not 90.0. */
    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
