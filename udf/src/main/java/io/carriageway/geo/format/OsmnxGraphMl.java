package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.node.TextNode;
import io.carriageway.geo.osm.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads the edges of a graph that OSMnx saved as GraphML. Attributes are named by keys, lists are as Python prints
 * them, and an edge without a geometry is straight.
 */
public final class OsmnxGraphMl {

    private static final String MARK = "osmid";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Coordinate> nodes = new HashMap<>();
    private final List<MapWay> edges = new ArrayList<>();
    private String crs;

    private OsmnxGraphMl() {}

    /** Reads the graph; an error says where the file is not XML. */
    public static OsmnxGraphMl read(byte[] file) throws XMLStreamException {
        var graph = new OsmnxGraphMl();
        var reader = SafeXml.open(file);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                graph.readElement(reader);
            }
        }
        reader.close();
        return graph;
    }

    private void readElement(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "key" -> names.put(SafeXml.text(reader, "id"), SafeXml.text(reader, "attr.name"));
            case "data" -> readGraphData(reader);
            case "node" -> readNode(reader);
            case "edge" -> readEdge(reader);
            default -> {}
        }
    }

    private void readGraphData(XMLStreamReader reader) throws XMLStreamException {
        var name = names.get(SafeXml.text(reader, "key"));
        var value = reader.getElementText();
        crs = "crs".equals(name) ? value : crs;
    }

    private void readNode(XMLStreamReader reader) throws XMLStreamException {
        var id = SafeXml.text(reader, "id");
        var data = data(reader, "node");
        if (data.containsKey("x") && data.containsKey("y")) {
            nodes.put(id, new Coordinate(Double.parseDouble(data.get("x")), Double.parseDouble(data.get("y"))));
        }
    }

    private void readEdge(XMLStreamReader reader) throws XMLStreamException {
        var from = SafeXml.text(reader, "source");
        var to = SafeXml.text(reader, "target");
        var tags = data(reader, "edge");
        var shape = shape(tags.remove("geometry"), nodes.get(from), nodes.get(to));
        var id = tags.containsKey(MARK) ? FeatureWays.least(tags.get(MARK)) : null;
        edges.add(new MapWay(edges.size() + 1, id, MapWay.Kind.EDGE, new Tags(tags), shape));
    }

    /** The geometry of an edge. Both ends are known, because NetworkX writes nodes before edges. */
    private static Shape shape(String geometry, Coordinate from, Coordinate to) {
        if (geometry == null) {
            return from == null || to == null
                    ? new Shape.Broken("a node at its end has no position")
                    : new Shape.Lines(List.<Coordinate[]>of(new Coordinate[] {from, to}));
        }
        try {
            return new Shape.Lines(
                    List.<Coordinate[]>of(new WKTReader().read(geometry).getCoordinates()));
        } catch (ParseException | IllegalArgumentException e) {
            return new Shape.Broken("its geometry is no WKT");
        }
    }

    private Map<String, String> data(XMLStreamReader reader, String element) throws XMLStreamException {
        var data = new HashMap<String, String>();
        while (!(reader.next() == XMLStreamReader.END_ELEMENT
                && reader.getLocalName().equals(element))) {
            if (reader.isStartElement() && reader.getLocalName().equals("data")) {
                var name = names.get(SafeXml.text(reader, "key"));
                var text = FeatureTags.text(TextNode.valueOf(reader.getElementText()));
                if (name != null && text != null) {
                    data.put(name, text);
                }
            }
        }
        return data;
    }

    public List<MapWay> edges() {
        return edges;
    }

    /** The name of the coordinate reference system; null if the file has none. */
    public String crs() {
        return crs;
    }
}
