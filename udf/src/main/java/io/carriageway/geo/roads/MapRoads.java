package io.carriageway.geo.roads;

import io.carriageway.geo.RoadAttributes;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.osm.FreeFlow;
import io.carriageway.geo.osm.MaxSpeed;
import io.carriageway.geo.osm.RoadTags;
import io.carriageway.geo.osm.TravelDirection;
import io.carriageway.text.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Creates directed segments from the streets of a map. Streets that cannot be loaded are left out and reported. */
final class MapRoads {

    private static final int MAX_ID = 64;
    private static final String REVERSE = "-reverse";

    private final GeometryFactory geometry = new GeometryFactory();
    private final List<RoadSegment> segments = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Findings leftOut = new Findings();
    private final Findings notes = new Findings();
    private final Map<MapWay, Traits> traits = new IdentityHashMap<>();
    private final RoadRules rules;
    private final RoadFilter filter;
    private final RoadTotals totals;

    MapRoads(RoadRules rules) {
        this.rules = rules;
        this.filter = new RoadFilter(rules, leftOut);
        this.totals = new RoadTotals(rules.classes().names());
    }

    List<RoadSegment> read(List<MapWay> ways) {
        ways.stream()
                .filter(MapWay::isRepeated)
                .forEach(
                        way -> notes.add("in the file more than once; the newest version is taken, once", way.label()));
        var whole = filter.streets(ways);
        var junctions = new Junctions();
        whole.forEach(street -> junctions.add(street.line()));
        var pieces = new ArrayList<Street>();
        for (var street : whole) {
            var lines = junctions.cut(street.line());
            lines.forEach(line -> pieces.add(new Street(
                    street.way(),
                    street.roadClass(),
                    street.direction(),
                    street.isWhole() && lines.size() == 1,
                    line)));
        }
        var streets = new SameLines(notes).withoutRepeats(pieces);
        new Overlaps(notes).report(streets);
        var ids = StreetIds.of(streets);
        for (int i = 0; i < ids.size(); i++) {
            add(streets.get(i), ids.get(i));
        }
        return segments;
    }

    private void add(Street street, String id) {
        var fault = Identifier.fault(id + REVERSE, MAX_ID);
        if (fault.isPresent()) {
            leftOut.add("the id " + fault.get(), id);
            return;
        }
        boolean isTwoWay = street.direction() == TravelDirection.BOTH;
        if (taken.contains(id) || isTwoWay && taken.contains(id + REVERSE)) {
            leftOut.add("its id, or that of its way back, is another road's", id);
            return;
        }
        int first = segments.size();
        var line = geometry.createLineString(street.line());
        var known = traits.computeIfAbsent(street.way(), way -> traits(way, street.roadClass()));
        boolean isAlong = street.direction() != TravelDirection.AGAINST;
        segments.add(known.segment(id, isAlong ? line : line.reverse(), isAlong));
        taken.add(id);
        if (isTwoWay) {
            taken.add(id + REVERSE);
            segments.add(known.segment(id + REVERSE, line.reverse(), false));
        }
        totals.add(segments.get(first));
    }

    /** Attributes that all pieces of a way share. */
    private record Traits(String name, FreeFlow forward, FreeFlow backward, String roadClass, Integer lanes) {

        private RoadSegment segment(String id, LineString line, boolean isAlong) {
            var speed = isAlong ? forward : backward;
            var attributes = new RoadAttributes(roadClass, lanes, speed.source(), RoadAttributes.OPEN_STREET_MAP);
            return new RoadSegment(id, name, line, speed.kmh(), Instant.EPOCH, null, attributes);
        }
    }

    private Traits traits(MapWay way, String roadClass) {
        var tags = way.tags();
        var name = RoadTags.name(tags);
        if (name != null && name.length() > RoadTags.MAX_NAME) {
            notes.add("a name of more than %d characters, shortened".formatted(RoadTags.MAX_NAME), way.label());
        }
        if (tags.has("maxspeed") && !(MaxSpeed.of(tags, "maxspeed") instanceof MaxSpeed.Limit)) {
            notes.add("maxspeed=%s, not a number".formatted(tags.get("maxspeed")), way.label());
        }
        return new Traits(
                RoadTags.shortened(name),
                FreeFlow.of(tags, roadClass, "forward", rules.speeds()),
                FreeFlow.of(tags, roadClass, "backward", rules.speeds()),
                roadClass,
                RoadTags.lanes(tags));
    }

    RoadReport report(String location, String format, int features) {
        return new RoadReport(
                location,
                format,
                features,
                segments.size(),
                totals.lengths(),
                filter.notRoads(),
                leftOut.tallies(),
                notes.tallies(),
                RoadAttributes.OPEN_STREET_MAP);
    }
}
