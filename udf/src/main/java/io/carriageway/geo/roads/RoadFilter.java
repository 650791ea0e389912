package io.carriageway.geo.roads;

import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.format.Shape;
import io.carriageway.geo.osm.TravelDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Selects the ways of a map that are roads with a usable line and direction. */
final class RoadFilter {

    private final Findings notRoads = new Findings();
    private final RoadRules rules;
    private final Findings leftOut;

    RoadFilter(RoadRules rules, Findings leftOut) {
        this.rules = rules;
        this.leftOut = leftOut;
    }

    List<Tally> notRoads() {
        return notRoads.tallies();
    }

    /** The roads as streets, one for each of their lines. */
    List<Street> streets(List<MapWay> ways) {
        boolean isClassed = ways.stream().anyMatch(way -> way.tags().has("highway"));
        var swapped = SwappedPositions.among(rules.near(), starts(ways));
        var streets = new ArrayList<Street>();
        for (var way : ways) {
            reasonAgainst(way, isClassed)
                    .ifPresentOrElse(
                            reason -> notRoads.add(reason, way.label()), () -> addLines(way, swapped, streets));
        }
        return streets;
    }

    private static List<Coordinate> starts(List<MapWay> ways) {
        var starts = new ArrayList<Coordinate>();
        for (var way : ways) {
            if (way.shape() instanceof Shape.Lines lines) {
                lines.lines().stream().filter(line -> line.length > 0).forEach(line -> starts.add(line[0]));
            }
        }
        return starts;
    }

    /**
     * Why a way is not a road; empty if it is one. In a file without any {@code highway}, the column was left out on
     * purpose, and every way is a road; OSMnx leaves it out too.
     */
    private Optional<String> reasonAgainst(MapWay way, boolean isClassed) {
        if (way.shape() instanceof Shape.NoLine other) {
            return Optional.of("a %s, not a line".formatted(other.type()));
        }
        boolean isUnknown = !way.tags().has("highway") && (!isClassed || way.kind() == MapWay.Kind.EDGE);
        if (!isUnknown && !way.tags().has("highway")) {
            return Optional.of("without highway");
        }
        var reason = isUnknown ? Optional.<String>empty() : rules.classes().reasonAgainst(way.tags());
        return reason.isEmpty() && TravelDirection.of(way.tags()) == TravelDirection.CHANGING
                ? Optional.of("oneway=" + way.tags().get("oneway"))
                : reason;
    }

    private void addLines(MapWay way, SwappedPositions swapped, List<Street> streets) {
        var direction = direction(way);
        if (direction == TravelDirection.UNCLEAR) {
            leftOut.add("oneway=%s, not a direction".formatted(way.tags().get("oneway")), way.label());
        } else if (way.shape() instanceof Shape.Broken broken) {
            leftOut.add(broken.kind(), way.label(), broken.example());
        } else if (way.shape() instanceof Shape.Lines lines) {
            if (lines.lines().isEmpty()) {
                leftOut.add("its geometry is empty", way.label());
            }
            for (var line : lines.lines()) {
                addLine(way, direction, line, lines.lines().size() == 1, swapped, streets);
            }
        }
    }

    /**
     * The direction of a way. An edge of several ways may have several values of oneway; its line has the direction in
     * which it can be driven.
     */
    private static TravelDirection direction(MapWay way) {
        boolean isOfSeveral =
                way.kind() == MapWay.Kind.EDGE && way.tags().list("oneway").size() > 1;
        return isOfSeveral ? TravelDirection.ALONG : TravelDirection.of(way.tags());
    }

    private void addLine(
            MapWay way,
            TravelDirection direction,
            Coordinate[] all,
            boolean isWhole,
            SwappedPositions swapped,
            List<Street> streets) {
        var line = RoadLineCheck.withoutRepeats(all);
        swapped.fault(line)
                .or(() -> RoadLineCheck.shapeFaultKind(line))
                .or(() -> RoadLineCheck.fault(line))
                .ifPresentOrElse(
                        fault -> leftOut.add(
                                fault,
                                way.label(),
                                RoadLineCheck.offEarth(line)
                                        .map(RoadLineCheck::text)
                                        .orElse("")),
                        () -> streets.add(new Street(way, rules.classes().of(way.tags()), direction, isWhole, line)));
    }
}
