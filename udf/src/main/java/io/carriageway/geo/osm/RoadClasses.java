package io.carriageway.geo.osm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of {@code highway} that are roads for vehicles.
 *
 * @param names the values, the most important first
 */
public record RoadClasses(List<String> names) {

    /** Includes parking aisles and yards, so that parked vehicles are not matched to the street beside. */
    public static final RoadClasses DEFAULT = new RoadClasses(List.of(
            "motorway",
            "trunk",
            "primary",
            "secondary",
            "tertiary",
            "motorway_link",
            "trunk_link",
            "primary_link",
            "secondary_link",
            "tertiary_link",
            "unclassified",
            "residential",
            "living_street",
            "busway",
            "road",
            "service"));

    private static final int MAX_NAME = 32;
    private static final List<String> ACCESS = List.of("motor_vehicle", "vehicle", "access");
    private static final List<String> EXEMPT = List.of("motorcar", "bus", "psv", "taxi", "hgv");
    private static final Set<String> ALLOWED = Set.of("yes", "designated", "permissive", "private", "destination");

    public RoadClasses {
        names = List.copyOf(names);
    }

    /**
     * Reads names that are separated by commas.
     *
     * @throws IllegalArgumentException if one is longer than its column
     */
    public static RoadClasses parse(String text) {
        var names = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        names.stream().filter(name -> name.length() > MAX_NAME).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'%s' has more than %d characters".formatted(name, MAX_NAME));
        });
        return new RoadClasses(names);
    }

    /** The class of a way, of several the most important; null if it is not a road. */
    public String of(Tags tags) {
        var own = tags.list("highway");
        return names.stream().filter(own::contains).findFirst().orElse(null);
    }

    /** Why a way is not a road for vehicles; empty if it is one. */
    public Optional<String> reasonAgainst(Tags tags) {
        if (of(tags) == null) {
            return Optional.of("highway=" + tags.get("highway"));
        }
        if (tags.word("area").equals("yes")) {
            return Optional.of("area=yes");
        }
        return ACCESS.stream()
                .filter(tags::has)
                .findFirst()
                .filter(key -> tags.word(key).equals("no"))
                .filter(key -> EXEMPT.stream().noneMatch(each -> ALLOWED.contains(tags.word(each))))
                .map(key -> key + "=no");
    }
}
