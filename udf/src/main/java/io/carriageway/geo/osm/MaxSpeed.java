package io.carriageway.geo.osm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The meaning of a value of {@code maxspeed}. */
public sealed interface MaxSpeed {

    /** A speed in km/h. */
    record Limit(double kmh) implements MaxSpeed {}

    /** There is no limit. */
    record NoLimit() implements MaxSpeed {}

    /**
     * The statutory limit for such roads: {@code DE:urban}, {@code BE-VLG:urban}.
     *
     * @param region region with a law of its own, with its country; null if only the country is named
     */
    record National(String country, String region, String zone) implements MaxSpeed {}

    /** A variable sign, or an unknown word. */
    record Unknown() implements MaxSpeed {}

    double KMH_PER_MPH = 1.609344;
    double KMH_PER_KNOT = 1.852;

    /** Walking speed in km/h, as routers assume it. */
    double WALK_KMH = 6;

    double GREATEST_KMH = 300;

    Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(mph|knots|km/?h|kph|kmph)?");
    Pattern NATIONAL = Pattern.compile("(([a-z]{2})(?:-[a-z0-9]+)?):(.+)");

    /** Reads one value. */
    static MaxSpeed parse(String value) {
        var text = value.strip().toLowerCase(Locale.ROOT);
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            return limit(Double.parseDouble(number.group(1)) * kmhPer(number.group(2)));
        }
        var national = NATIONAL.matcher(text);
        if (national.matches()) {
            var country = national.group(2).toUpperCase(Locale.ROOT);
            var land = national.group(1).toUpperCase(Locale.ROOT);
            return new National(country, land.equals(country) ? null : land, national.group(3));
        }
        return switch (text) {
            case "none", "unlimited" -> new NoLimit();
            case "walk" -> new Limit(WALK_KMH);
            default -> new Unknown();
        };
    }

    /**
     * Reads a list of values, as edges made of several ways have: the mean of its limits, as OSMnx computes it. Values
     * that are not numbers are ignored if there is a number.
     */
    static MaxSpeed of(Tags tags, String key) {
        var all = tags.list(key).stream().map(MaxSpeed::parse).toList();
        var mean = all.stream()
                .filter(Limit.class::isInstance)
                .mapToDouble(each -> ((Limit) each).kmh())
                .average();
        if (mean.isPresent()) {
            return limit(mean.getAsDouble());
        }
        return all.stream().findFirst().orElse(new Unknown());
    }

    /** The statutory rule that a road's tags name. */
    static Optional<National> nationalOf(Tags tags) {
        for (var key : new String[] {"maxspeed", "maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic"}) {
            for (var value : tags.list(key)) {
                if (parse(value) instanceof National national) {
                    return Optional.of(national);
                }
            }
        }
        return Optional.empty();
    }

    private static MaxSpeed limit(double kmh) {
        double rounded = Math.round(kmh * 100) / 100.0;
        return rounded > 0 && rounded <= GREATEST_KMH ? new Limit(rounded) : new Unknown();
    }

    private static double kmhPer(String unit) {
        return unit == null ? 1 : unit.equals("mph") ? KMH_PER_MPH : unit.equals("knots") ? KMH_PER_KNOT : 1;
    }
}
