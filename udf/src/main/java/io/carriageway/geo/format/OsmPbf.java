package io.carriageway.geo.format;

import crosby.binary.BinaryParser;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import io.carriageway.geo.osm.Tags;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the ways with a {@code highway} from OpenStreetMap's binary format. The file is read twice: ways come after
 * their nodes, and most nodes belong to buildings and are not stored.
 */
public final class OsmPbf {

    private static final Set<String> FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

    private OsmPbf() {}

    /** Returns the ways. Fails if the file requires a feature that is not supported. */
    public static List<MapWay> read(byte[] file) throws IOException {
        requireWhole(file);
        var ways = new Ways();
        process(file, ways);
        var nodes = new Nodes(new NodePlaces(ways.found.nodes()));
        process(file, nodes);
        return ways.found.ways(nodes.places);
    }

    /** Checks that the file is not cut off. The library would treat that as the end of the data. */
    private static void requireWhole(byte[] file) throws IOException {
        var in = ByteBuffer.wrap(file);
        while (in.hasRemaining()) {
            int headLength = in.remaining() < Integer.BYTES ? Integer.MAX_VALUE : in.getInt();
            if (headLength < 0 || headLength > in.remaining()) {
                throw new EOFException("it is cut off");
            }
            var head = Fileformat.BlobHeader.parseFrom(ByteBuffer.wrap(file, in.position(), headLength));
            long next = (long) in.position() + headLength + head.getDatasize();
            if (head.getDatasize() < 0 || next > file.length) {
                throw new EOFException("it is cut off");
            }
            in.position((int) next);
        }
    }

    private static void process(byte[] file, BinaryParser parser) throws IOException {
        try (var blocks = new BlockInputStream(new ByteArrayInputStream(file), parser)) {
            blocks.process();
        }
    }

    /** A parser that skips every kind of block. */
    private abstract static class Blocks extends BinaryParser {

        @Override
        protected void parse(Osmformat.HeaderBlock header) {
            for (var feature : header.getRequiredFeaturesList()) {
                if (!FEATURES.contains(feature)) {
                    throw new IllegalArgumentException(
                            "it asks for '%s', which is not supported; write the file again without history"
                                    .formatted(feature));
                }
            }
        }

        @Override
        protected void parseNodes(List<Osmformat.Node> nodes) {}

        @Override
        protected void parseDense(Osmformat.DenseNodes nodes) {}

        @Override
        protected void parseWays(List<Osmformat.Way> ways) {}

        @Override
        protected void parseRelations(List<Osmformat.Relation> relations) {}

        @Override
        public void complete() {}
    }

    private static final class Ways extends Blocks {

        private final OsmWays found = new OsmWays();

        @Override
        protected void parseWays(List<Osmformat.Way> ways) {
            for (var way : ways) {
                var tags = tags(way);
                if (tags.containsKey("highway")) {
                    long version = Math.max(0, way.getInfo().getVersion());
                    found.add(new OsmWay(way.getId(), version, true, new Tags(tags), nodes(way), own(way)));
                }
            }
        }

        private Map<String, String> tags(Osmformat.Way way) {
            var tags = new HashMap<String, String>();
            for (int i = 0; i < way.getKeysCount(); i++) {
                tags.put(getStringById(way.getKeys(i)), getStringById(way.getVals(i)));
            }
            return tags;
        }

        /** Decodes the ids of nodes: each is stored as the difference from the one before. */
        private long[] nodes(Osmformat.Way way) {
            var nodes = new long[way.getRefsCount()];
            long last = 0;
            for (int i = 0; i < nodes.length; i++) {
                last += way.getRefs(i);
                nodes[i] = last;
            }
            return nodes;
        }

        /**
         * Decodes the way's own positions, which are differences too (optional feature LocationsOnWays). A file with
         * them has no nodes of ways.
         */
        private Coordinate[] own(Osmformat.Way way) {
            if (way.getLatCount() == 0 || way.getLatCount() != way.getLonCount()) {
                return null;
            }
            var points = new Coordinate[way.getLatCount()];
            long latitude = 0;
            long longitude = 0;
            for (int i = 0; i < points.length; i++) {
                latitude += way.getLat(i);
                longitude += way.getLon(i);
                points[i] = NodePlaces.place(parseLon(longitude), parseLat(latitude));
            }
            return points;
        }
    }

    private static final class Nodes extends Blocks {

        private final NodePlaces places;

        private Nodes(NodePlaces places) {
            this.places = places;
        }

        @Override
        protected void parseNodes(List<Osmformat.Node> nodes) {
            for (var node : nodes) {
                places.put(node.getId(), parseLon(node.getLon()), parseLat(node.getLat()));
            }
        }

        @Override
        protected void parseDense(Osmformat.DenseNodes nodes) {
            long id = 0;
            long latitude = 0;
            long longitude = 0;
            for (int i = 0; i < nodes.getIdCount(); i++) {
                id += nodes.getId(i);
                latitude += nodes.getLat(i);
                longitude += nodes.getLon(i);
                places.put(id, parseLon(longitude), parseLat(latitude));
            }
        }
    }
}
