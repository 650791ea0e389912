package io.carriageway.geo.roads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.format.FeatureWays;
import io.carriageway.geo.format.FileFormat;
import io.carriageway.geo.format.GeoJsonFeature;
import io.carriageway.geo.format.JsonFile;
import io.carriageway.geo.format.MapWay;
import io.carriageway.geo.format.OsmPbf;
import io.carriageway.geo.format.OsmXml;
import io.carriageway.geo.format.OsmnxGraphMl;
import io.carriageway.geo.format.Packed;
import io.carriageway.geo.format.Shape;
import io.carriageway.intake.WholeFile;
import io.carriageway.text.Printable;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a road file: GeoJSON in our own format, or a file of OpenStreetMap and its tools. docs/roads.md describes what
 * is made of each.
 */
public final class RoadFile {

    private static final Set<String> DEGREES =
            Set.of("CRS84", "CRS83", "WGS84", "WGS 84", "4326", "4258", "4269", "4979");

    private final String location;
    private final RoadRules rules;
    private final long limitBytes;

    private RoadFile(String location, RoadRules rules, long limitBytes) {
        this.location = location;
        this.rules = rules;
        this.limitBytes = limitBytes;
    }

    /**
     * Reads the file.
     *
     * @param location the file's name in messages
     * @throws IllegalArgumentException if it is not a road file, if no road is left, or, with strict rules, if any road
     *     had to be left out; the message has all faults
     */
    public static LoadedRoads read(byte[] file, String location, RoadRules rules) throws IOException {
        return read(file, location, rules, WholeFile.limit());
    }

    /** The same with a limit in bytes for the content of a compressed file. */
    static LoadedRoads read(byte[] file, String location, RoadRules rules, long limitBytes) throws IOException {
        var reader = new RoadFile(location, rules, limitBytes);
        var loaded = reader.loaded(reader.unpacked(file));
        var report = loaded.report();
        if (rules.strict() && !report.leftOut().isEmpty()) {
            throw refused(
                    "roads of %s had to be left out, and network.strict is on (STRICT=1)".formatted(location), report);
        }
        if (report.segments() == 0) {
            throw refused("%s has no road that can be loaded".formatted(location), report);
        }
        NearestRoad.requireNear(rules.near(), loaded.network(), location);
        return loaded;
    }

    private static IllegalArgumentException refused(String why, RoadReport report) {
        var lines = new ArrayList<>(report.lines());
        // last, where a terminal shows it
        lines.add(Printable.of(why) + (report.leftOut().isEmpty() ? "" : ":"));
        lines.addAll(RoadReport.kinds(report.leftOut()));
        return new IllegalArgumentException(String.join("\n", lines));
    }

    private byte[] unpacked(byte[] file) {
        try {
            return Packed.unpack(file, limitBytes);
        } catch (WholeFile.TooLargeException e) {
            throw fault("cannot unpack %s: %s".formatted(location, e.getMessage()));
        } catch (IOException e) {
            throw fault("%s is a packed file that is cut off or broken: %s".formatted(location, e.getMessage()));
        }
    }

    private LoadedRoads loaded(byte[] file) throws IOException {
        var format = FileFormat.of(file);
        if (format.advice() != null) {
            throw fault("%s is %s; %s".formatted(location, format.title(), format.advice()));
        }
        return switch (format) {
            case OSM_XML -> ofWays(xmlWays(file), format.title());
            case OSM_PBF -> ofWays(pbfWays(file), format.title());
            case GRAPHML -> ofWays(graphMlWays(file), format.title());
            default -> ofJson(file);
        };
    }

    private List<MapWay> xmlWays(byte[] file) {
        try {
            var xml = OsmXml.of(file);
            requireWholeAnswer(xml.remark());
            return xml.ways();
        } catch (XMLStreamException | NumberFormatException e) {
            throw fault(brokenXml(e, "OpenStreetMap XML"));
        }
    }

    /** The message of the XML parser, without the line about the position at its beginning. */
    private String brokenXml(Exception fault, String format) {
        var message = String.valueOf(fault.getMessage()).replaceFirst("(?s)^ParseError at .*?Message: ", "");
        return fault instanceof XMLStreamException xml && xml.getLocation() != null
                ? "%s is %s that is cut off or broken in line %d: %s"
                        .formatted(location, format, xml.getLocation().getLineNumber(), message)
                : "%s is broken %s: %s".formatted(location, format, message);
    }

    private List<MapWay> graphMlWays(byte[] file) {
        try {
            var graph = OsmnxGraphMl.read(file);
            requireDegrees(graph.crs());
            return graph.edges();
        } catch (XMLStreamException | NumberFormatException e) {
            throw fault(brokenXml(e, "GraphML of OSMnx"));
        }
    }

    private List<MapWay> pbfWays(byte[] file) {
        try {
            return OsmPbf.read(file);
        } catch (IOException | RuntimeException e) {
            // the library throws various exceptions if a file is cut off
            throw fault("%s is no whole OpenStreetMap PBF: %s".formatted(location, e.getMessage()));
        }
    }

    private LoadedRoads ofJson(byte[] file) throws IOException {
        JsonFile json;
        try {
            json = JsonFile.read(file);
        } catch (JsonEOFException e) {
            throw fault("%s is JSON that is cut off at its end; load or write it again".formatted(location));
        } catch (JsonProcessingException e) {
            throw fault("%s is no JSON: %s".formatted(location, e.getOriginalMessage()));
        } catch (CharConversionException e) {
            throw fault("%s is no JSON: %s".formatted(location, e.getMessage()));
        }
        requireWholeAnswer(json.remark());
        if (json.isOverpass()
                && json.overpassWays().isEmpty()
                && json.features().isEmpty()) {
            throw fault("%s is an answer of Overpass without ways that have a highway".formatted(location));
        }
        if (!json.overpassWays().isEmpty()) {
            return ofWays(json.overpassWays(), "JSON of Overpass");
        }
        var features = json.features();
        if (features.isEmpty()) {
            throw fault(
                    json.isCollection()
                            ? "%s is a GeoJSON FeatureCollection without features".formatted(location)
                            : "%s is JSON, but no GeoJSON FeatureCollection and no answer of Overpass"
                                    .formatted(location));
        }
        requireDegrees(json.crs());
        boolean isMap = features.stream().noneMatch(ContractRoads::isOurs)
                && features.stream().anyMatch(FeatureWays::isFromMap);
        return isMap
                ? ofWays(features.stream().map(FeatureWays::of).toList(), "GeoJSON from OpenStreetMap")
                : ofContract(features);
    }

    /**
     * Checks that Overpass finished: if it stops for lack of time or memory, it writes the roads so far and a remark.
     */
    private void requireWholeAnswer(String remark) {
        if (remark != null && remark.toLowerCase(Locale.ROOT).contains("error")) {
            throw fault(
                    "%s has only a part of the roads, because Overpass did not finish: %s; request a smaller area, or a longer [timeout:]"
                            .formatted(location, remark));
        }
    }

    private void requireDegrees(String crs) {
        if (crs != null && DEGREES.stream().noneMatch(crs.strip().toUpperCase(Locale.ROOT)::endsWith)) {
            throw fault(("%s has its coordinates in %s, and not in degrees of WGS 84; convert it with "
                            + "ogr2ogr -t_srs EPSG:4326")
                    .formatted(location, crs));
        }
    }

    private LoadedRoads ofContract(List<GeoJsonFeature> features) {
        var starts = features.stream()
                .map(GeoJsonFeature::shape)
                .filter(Shape.Lines.class::isInstance)
                .flatMap(shape -> ((Shape.Lines) shape).lines().stream())
                .filter(line -> line.length > 0)
                .map(line -> line[0])
                .toList();
        var roads = new ContractRoads(location);
        roads.read(features, SwappedPositions.among(rules.near(), starts));
        return new LoadedRoads(new RoadNetwork(roads.segments()), roads.report(features.size()));
    }

    private LoadedRoads ofWays(List<MapWay> ways, String format) {
        var roads = new MapRoads(rules);
        return new LoadedRoads(new RoadNetwork(roads.read(ways)), roads.report(location, format, ways.size()));
    }

    private static IllegalArgumentException fault(String fault) {
        return new IllegalArgumentException(Printable.of(fault));
    }
}
