package io.carriageway.geo.format;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes small PBF files, block by block as the format is documented. */
public final class PbfFile {

    private static final int UNITS_PER_DEGREE = 10_000_000;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<String> strings = new ArrayList<>(List.of(""));
    private final Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
    private final List<Osmformat.Way> ways = new ArrayList<>();
    private long lastNode;
    private long lastLatitude;
    private long lastLongitude;

    public PbfFile node(long id, double latitude, double longitude) {
        long lat = Math.round(latitude * UNITS_PER_DEGREE);
        long lon = Math.round(longitude * UNITS_PER_DEGREE);
        nodes.addId(id - lastNode).addLat(lat - lastLatitude).addLon(lon - lastLongitude);
        lastNode = id;
        lastLatitude = lat;
        lastLongitude = lon;
        return this;
    }

    public PbfFile way(long id, List<Long> refs, String... keysAndValues) {
        return way(id, refs, List.of(), keysAndValues);
    }

    /** A way with the latitude and longitude of each of its nodes. */
    public PbfFile way(long id, List<Long> refs, List<double[]> places, String... keysAndValues) {
        var way = Osmformat.Way.newBuilder().setId(id);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            way.addKeys(string(keysAndValues[i])).addVals(string(keysAndValues[i + 1]));
        }
        long last = 0;
        for (long ref : refs) {
            way.addRefs(ref - last);
            last = ref;
        }
        long lastLat = 0;
        long lastLon = 0;
        for (double[] place : places) {
            long lat = Math.round(place[0] * UNITS_PER_DEGREE);
            long lon = Math.round(place[1] * UNITS_PER_DEGREE);
            way.addLat(lat - lastLat).addLon(lon - lastLon);
            lastLat = lat;
            lastLon = lon;
        }
        ways.add(way.build());
        return this;
    }

    private int string(String text) {
        strings.add(text);
        return strings.size() - 1;
    }

    public byte[] bytes(String... requiredFeatures) throws IOException {
        var header = Osmformat.HeaderBlock.newBuilder().addAllRequiredFeatures(List.of(requiredFeatures));
        block("OSMHeader", header.build().toByteString());
        var table = Osmformat.StringTable.newBuilder();
        strings.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
        var block = Osmformat.PrimitiveBlock.newBuilder()
                .setStringtable(table)
                .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
                .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().addAllWays(ways));
        block("OSMData", block.build().toByteString());
        return file.toByteArray();
    }

    private void block(String type, ByteString content) throws IOException {
        var blob = Fileformat.Blob.newBuilder()
                .setRaw(content)
                .setRawSize(content.size())
                .build();
        var head = Fileformat.BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.getSerializedSize())
                .build();
        var out = new DataOutputStream(file);
        out.writeInt(head.getSerializedSize());
        head.writeTo(out);
        blob.writeTo(out);
    }
}
