package io.carriageway.geo.osm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Free-flow speeds in km/h of roads of which no limit is known: what a country's law sets, and what the option sets for
 * a class of roads.
 *
 * @param country its two letters, or those of a region that has a law of its own, BE-VLG; null where none is named
 * @param byClass speeds by value of {@code highway}
 * @param byZone speeds by country and kind of road, {@code DE:urban}
 */
public record SpeedDefaults(String country, Map<String, Double> byClass, Map<String, Double> byZone) {

    /** Without defaults: then nothing is derived. */
    public static final SpeedDefaults NONE = new SpeedDefaults(null, Map.of(), Map.of());

    private static final String TABLE = "/roads/national-speeds.csv";
    private static final Pattern ZONE = Pattern.compile("(?:zone:?)?(\\d{1,3})");
    private static final Set<String> IN_MPH = Set.of("GB", "UK", "US");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}(?:-[A-Za-z]{2,3})?");

    /**
     * Reads the option: a country, speeds of classes, or both, as in {@code DE,residential=30}.
     *
     * @throws IllegalArgumentException where it is neither, or the country has no entry in the table
     */
    public static SpeedDefaults parse(String text) {
        var zones = table();
        var classes = new TreeMap<String, Double>();
        String country = null;
        for (var part : text.split(",")) {
            var pair = part.strip().split("=", 2);
            if (pair.length == 2 && MaxSpeed.parse(pair[1]) instanceof MaxSpeed.Limit limit) {
                classes.put(pair[0].strip(), limit.kmh());
            } else if (pair.length == 1 && COUNTRY.matcher(pair[0]).matches()) {
                country = pair[0].toUpperCase(Locale.ROOT);
            } else {
                throw new IllegalArgumentException(
                        "'%s' is neither a country's two letters nor class=speed; separate them with commas, as in DE,residential=30"
                                .formatted(part.strip()));
            }
        }
        requireKnown(country, zones);
        return new SpeedDefaults(country, Map.copyOf(classes), zones);
    }

    private static void requireKnown(String country, Map<String, Double> zones) {
        if (country == null || zones.containsKey(country + ":urban")) {
            return;
        }
        var regions = zones.keySet().stream()
                .filter(zone -> zone.startsWith(country + "-"))
                .map(zone -> zone.substring(0, zone.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
        throw new IllegalArgumentException(
                regions.isEmpty()
                        ? "no speeds of country '%s' are known, only of %s; give them by class, as in primary=50,residential=30"
                                .formatted(country, String.join(", ", countries(zones)))
                        : "the speeds of country '%s' depend on the region; write one of %s"
                                .formatted(country, String.join(", ", regions)));
    }

    private static Set<String> countries(Map<String, Double> zones) {
        return zones.keySet().stream()
                .map(zone -> zone.substring(0, zone.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The speed for roads of a class: as the option says, else as the named country's law does. */
    public Optional<Double> of(String roadClass) {
        if (roadClass == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(byClass.get(roadClass))
                .or(() -> zoneOf(roadClass).map(zone -> byZone.get(country + ":" + zone)));
    }

    /** The speed that the law of the value's own region or country sets. */
    public Optional<Double> of(MaxSpeed.National national) {
        var number = ZONE.matcher(national.zone());
        if (!byZone.isEmpty() && number.matches()) {
            var unit = IN_MPH.contains(national.country()) ? " mph" : "";
            return MaxSpeed.parse(number.group(1) + unit) instanceof MaxSpeed.Limit limit
                    ? Optional.of(limit.kmh())
                    : Optional.empty();
        }
        return Optional.ofNullable(byZone.get(national.region() + ":" + national.zone()))
                .or(() -> Optional.ofNullable(byZone.get(national.country() + ":" + national.zone())));
    }

    /**
     * The rule that holds for a class where no tag names one. A ramp has none: the law gives it no speed of its own.
     * Other roads count as urban, for the networks here are cities'.
     */
    private static Optional<String> zoneOf(String roadClass) {
        return switch (roadClass) {
            case "motorway" -> Optional.of("motorway");
            case "trunk" -> Optional.of("rural");
            case "living_street" -> Optional.of("living_street");
            case "motorway_link", "trunk_link", "service", "road" -> Optional.empty();
            default -> Optional.of("urban");
        };
    }

    private static Map<String, Double> table() {
        try (var in = new BufferedReader(
                new InputStreamReader(SpeedDefaults.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            var zones = new HashMap<String, Double>();
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var fields = line.split(",");
                zones.put(fields[0], ((MaxSpeed.Limit) MaxSpeed.parse(fields[1])).kmh());
            });
            return Map.copyOf(zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
