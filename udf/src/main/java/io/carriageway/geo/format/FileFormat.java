package io.carriageway.geo.format;

import java.nio.charset.StandardCharsets;

/** What a file is, by its first bytes and not by its name. */
public enum FileFormat {
    JSON("JSON", null),
    OSM_XML("OpenStreetMap XML", null),
    OSM_PBF("OpenStreetMap PBF", null),
    GRAPHML("GraphML of OSMnx", null),
    GEOPACKAGE("a GeoPackage", "write its lines as GeoJSON: ogr2ogr -t_srs EPSG:4326 roads.geojson FILE LAYER"),
    SHAPEFILE("a shapefile", "write it as GeoJSON: ogr2ogr -t_srs EPSG:4326 roads.geojson FILE"),
    O5M("o5m", "write it as PBF: osmium cat FILE -o roads.osm.pbf, or osmconvert FILE -o=roads.osm.pbf"),
    ARCHIVE("a zip archive", "unpack it"),
    OSM_CHANGE(
            "a file of changes to OpenStreetMap",
            "apply it to an extract: osmium apply-changes EXTRACT FILE -o roads.osm.pbf"),
    GPX("GPX", "it has tracks and no roads");

    private static final int HEAD = 2_000;

    private final String title;
    private final String advice;

    FileFormat(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    public String title() {
        return title;
    }

    /** How to make a file of it that can be read; null where it can be read as it is. */
    public String advice() {
        return advice;
    }

    public static FileFormat of(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("OSMHeader", 6)) {
            return OSM_PBF;
        }
        if (head.startsWith("SQLite format 3")) {
            return GEOPACKAGE;
        }
        if (head.startsWith("\0\0'\n")) {
            return SHAPEFILE;
        }
        if (head.startsWith("\u00FF\u00E0")) {
            return O5M;
        }
        if (head.startsWith("PK")) {
            return ARCHIVE;
        }
        return ofText(TextEncoding.head(file, HEAD));
    }

    /** What is no XML that we know is read as JSON, whose reader says where it is none. */
    private static FileFormat ofText(String head) {
        if (head.stripLeading().startsWith("{")) {
            return JSON;
        }
        if (head.contains("<osmChange")) {
            return OSM_CHANGE;
        }
        if (head.contains("<osm")) {
            return OSM_XML;
        }
        if (head.contains("<graphml")) {
            return GRAPHML;
        }
        return head.contains("<gpx") ? GPX : JSON;
    }
}
