package io.carriageway.geo.format;

import io.carriageway.geo.osm.Tags;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the ways with a {@code highway} from OpenStreetMap's XML. The file is read twice: ways refer to their nodes,
 * and most nodes belong to buildings and are not stored.
 */
public final class OsmXml {

    private final OsmWays roads = new OsmWays();
    private List<MapWay> ways;
    private String remark;

    private OsmXml() {}

    /** Reads the file; an error says where it is not XML. */
    public static OsmXml of(byte[] file) throws XMLStreamException {
        var xml = new OsmXml();
        xml.read(file);
        return xml;
    }

    private void read(byte[] file) throws XMLStreamException {
        readWays(file);
        var nodes = new NodePlaces(roads.nodes());
        readNodes(file, nodes);
        ways = roads.ways(nodes);
    }

    public List<MapWay> ways() {
        return ways;
    }

    /** The remark in an answer of Overpass, such as that time ran out; null if there is none. */
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
                boolean isPlaced = reader.getAttributeValue(null, "lat") != null;
                own.add(isPlaced ? new Coordinate(degrees(reader, "lon"), degrees(reader, "lat")) : null);
            }
        }
        boolean hasOwn = own.stream().anyMatch(Objects::nonNull);
        roads.add(new OsmWay(
                id,
                version,
                isThere && tags.containsKey("highway"),
                new Tags(tags),
                nodes.toLongArray(),
                hasOwn ? own.toArray(new Coordinate[0]) : null));
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

    /** Whether the way is not deleted. Files of editors contain deleted ways and mark them. */
    private static boolean isThere(XMLStreamReader way) {
        return !"delete".equals(way.getAttributeValue(null, "action"))
                && !"false".equals(way.getAttributeValue(null, "visible"));
    }

    private static double degrees(XMLStreamReader reader, String attribute) {
        return Double.parseDouble(SafeXml.text(reader, attribute));
    }
}
