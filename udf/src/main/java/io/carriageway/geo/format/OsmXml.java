package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the ways with a {@code highway} of OpenStreetMap's XML. It is read twice, for ways name their nodes, of which
 * most belong to buildings and are not kept.
 */
public final class OsmXml {

    /** By id; of a history, which has several versions of a way, the newest. */
    private final Map<Long, Way> ways = new LinkedHashMap<>();

    private String remark;
    private final List<MapWay> all = new ArrayList<>();
    private final LongOpenHashSet wanted = new LongOpenHashSet();

    /** A way with the positions that it has itself, as Overpass writes them; without, an empty list. */
    private record Way(long id, long version, boolean isThere, Tags tags, long[] nodes, List<Coordinate> own) {}

    private OsmXml() {}

    /** The file, or an error that says where it is no XML. */
    public static OsmXml of(byte[] file) throws XMLStreamException {
        var xml = new OsmXml();
        xml.read(file);
        return xml;
    }

    private void read(byte[] file) throws XMLStreamException {
        readWays(file);
        var nodes = new NodePlaces(wanted);
        readNodes(file, nodes);
        for (var way : ways.values()) {
            if (!way.isThere() || !way.tags().has("highway")) {
                continue;
            }
            boolean hasOwn = way.own().size() == way.nodes().length;
            var points = hasOwn ? way.own().toArray(new Coordinate[0]) : nodes.placesOf(way.nodes());
            all.add(NodePlaces.way(all.size() + 1, way.id(), way.tags(), points));
        }
    }

    public List<MapWay> ways() {
        return all;
    }

    /** What Overpass remarks on its answer, as where the time for it was up; null where it remarks nothing. */
    public String remark() {
        return remark;
    }

    private void readWays(byte[] file) throws XMLStreamException {
        var reader = SafeXml.open(file);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "way" -> readWay(reader);
                    case "remark" -> remark = reader.getElementText().strip();
                    default -> {}
                }
            }
        }
        reader.close();
    }

    private void readWay(XMLStreamReader reader) throws XMLStreamException {
        long id = Long.parseLong(reader.getAttributeValue(null, "id"));
        var versionText = SafeXml.text(reader, "version");
        long version = versionText.isEmpty() ? 0 : Long.parseLong(versionText);
        boolean isThere = isThere(reader);
        var tags = new HashMap<String, String>();
        var nodes = new LongArrayList();
        var own = new ArrayList<Coordinate>();
        while (!(reader.next() == XMLStreamReader.END_ELEMENT
                && reader.getLocalName().equals("way"))) {
            if (reader.isStartElement() && reader.getLocalName().equals("tag")) {
                tags.put(SafeXml.text(reader, "k"), SafeXml.text(reader, "v"));
            } else if (reader.isStartElement() && reader.getLocalName().equals("nd")) {
                nodes.add(Long.parseLong(reader.getAttributeValue(null, "ref")));
                if (reader.getAttributeValue(null, "lat") != null) {
                    own.add(new Coordinate(degrees(reader, "lon"), degrees(reader, "lat")));
                }
            }
        }
        keep(new Way(id, version, isThere, new Tags(tags), nodes.toLongArray(), own));
    }

    /**
     * Keeps the way if it is a road, or if a newer version of a road is none. Where Overpass writes a way twice, the
     * one with tags counts, and of those the one with positions.
     */
    private void keep(Way way) {
        var before = ways.get(way.id());
        boolean isRoad = way.isThere() && way.tags().has("highway");
        boolean isNewer = before == null || way.version() > before.version();
        boolean isFuller = before != null
                && way.version() == before.version()
                && isRoad
                && before.own().size() < way.own().size();
        if (before == null && isRoad || before != null && isNewer || isFuller) {
            ways.put(way.id(), way);
        }
        if (isRoad) {
            wanted.addAll(LongArrayList.wrap(way.nodes()));
        }
    }

    private static void readNodes(byte[] file, NodePlaces nodes) throws XMLStreamException {
        var reader = SafeXml.open(file);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("node")
                    && reader.getAttributeValue(null, "lat") != null) {
                nodes.put(
                        Long.parseLong(reader.getAttributeValue(null, "id")),
                        degrees(reader, "lon"),
                        degrees(reader, "lat"));
            }
        }
        reader.close();
    }

    /** An editor's file keeps what was deleted, and marks it. */
    private static boolean isThere(XMLStreamReader way) {
        return !"delete".equals(way.getAttributeValue(null, "action"))
                && !"false".equals(way.getAttributeValue(null, "visible"));
    }

    private static double degrees(XMLStreamReader reader, String attribute) {
        return Double.parseDouble(SafeXml.text(reader, attribute));
    }
}
