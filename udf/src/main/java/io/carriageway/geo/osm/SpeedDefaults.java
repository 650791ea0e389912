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
 * Default free-flow speeds in km/h of roads without a known limit: statutory limits of a country, and speeds for
 * classes of roads from the option.
 *
 * @param country two letters of a country, or those of a region with a law of its own (BE-VLG); null if none is named
 * @param byClass speeds by value of {@code highway}
 * @param byZone speeds by country and kind of road, {@code DE:urban}
 */
public record SpeedDefaults(String country, Map<String, Double> byClass, Map<String, Double> byZone) {

    /** No defaults: no speed is derived. */
    public static final SpeedDefaults NONE = new SpeedDefaults(null, Map.of(), Map.of());

    private static final String TABLE = "/roads/national-speeds.csv";
    private static final Pattern ZONE = Pattern.compile("(?:zone:?)?(\\d{1,3})");
    private static final Set<String> IN_MPH = Set.of("GB", "UK", "US");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}(?:-[A-Za-z]{2,3})?");

    /**
     * Reads the option: a country, speeds of classes, or both, as in {@code DE,residential=30}.
     *
     * @throws IllegalArgumentException if it is neither, or if the table has no entry for the country
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

    /** The speed for roads of a class: from the option, else the statutory limit of the named country. */
    public Optional<Double> of(String roadClass) {
        if (roadClass == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(byClass.get(roadClass))
                .or(() -> zoneOf(roadClass).map(zone -> byZone.get(country + ":" + zone)));
    }

    /** The statutory limit of the value's own region or country. */
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
     * The statutory rule for a class if no tag names one. Ramps have none, because the law sets no speed for them.
     * Other roads count as urban, because the networks here are cities'.
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
