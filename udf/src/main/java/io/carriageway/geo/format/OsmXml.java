package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the ways with a {@code highway} of OpenStreetMap's XML. It is read twice, for ways name their nodes, of which
 * most belong to buildings and are not kept.
 */
public final class OsmXml {

    private final List<Way> ways = new ArrayList<>();
    private final LongOpenHashSet wanted = new LongOpenHashSet();

    /** A way with the positions that it has itself, as Overpass writes them; without, an empty list. */
    private record Way(long id, Tags tags, long[] nodes, List<Coordinate> own) {}

    private OsmXml() {}

    /** The ways, or an error that says where the file is no XML. */
    public static List<MapWay> read(byte[] file) throws XMLStreamException {
        var xml = new OsmXml();
        xml.readWays(file);
        var nodes = new NodePlaces(xml.wanted);
        readNodes(file, nodes);
        var all = new ArrayList<MapWay>();
        for (var way : xml.ways) {
            boolean hasOwn = way.own().size() == way.nodes().length;
            var points = hasOwn ? way.own().toArray(new Coordinate[0]) : nodes.placesOf(way.nodes());
            all.add(NodePlaces.way(all.size() + 1, way.id(), way.tags(), points));
        }
        return all;
    }

    private void readWays(byte[] file) throws XMLStreamException {
        var reader = SafeXml.open(file);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("way")
                    && isThere(reader)) {
                readWay(reader);
            }
        }
        reader.close();
    }

    private void readWay(XMLStreamReader reader) throws XMLStreamException {
        long id = Long.parseLong(reader.getAttributeValue(null, "id"));
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
        if (tags.containsKey("highway")) {
            ways.add(new Way(id, new Tags(tags), nodes.toLongArray(), own));
            wanted.addAll(nodes);
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
