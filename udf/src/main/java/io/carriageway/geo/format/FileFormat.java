package io.carriageway.geo.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Format of a file, by its first bytes and not by its name. */
public enum FileFormat {
    JSON("JSON", null),
    OSM_XML("OpenStreetMap XML", null),
    OSM_PBF("OpenStreetMap PBF", null),
    GRAPHML("GraphML of OSMnx", null),
    GEOPACKAGE("a GeoPackage", "write its lines as GeoJSON: ogr2ogr -t_srs EPSG:4326 roads.geojson FILE LAYER"),
    SHAPEFILE("a shapefile", "write it as GeoJSON: ogr2ogr -t_srs EPSG:4326 roads.geojson FILE"),
    O5M("o5m", "write it as PBF: osmium cat FILE -o roads.osm.pbf, or osmconvert FILE -o=roads.osm.pbf"),
    ARCHIVE(
            "a zip archive",
            "unpack it where it has a file of roads; of shapefiles in it, ogr2ogr -t_srs EPSG:4326 roads.geojson /vsizip/FILE"
                    + " makes GeoJSON"),
    KML("KML", "write its lines as GeoJSON: ogr2ogr -t_srs EPSG:4326 roads.geojson FILE"),
    HTML(
            "an HTML page, and no roads",
            "a server sends one instead of its data if it is overloaded or the address is wrong; load it again"),
    EMPTY("empty", "load or write it again"),
    UNKNOWN(
            "in no format that is read",
            "these are PBF, OpenStreetMap XML, GeoJSON, JSON of Overpass and GraphML of OSMnx (docs/roads.md)"),
    OSM_CHANGE(
            "a file of changes to OpenStreetMap",
            "apply it to an extract: osmium apply-changes EXTRACT FILE -o roads.osm.pbf"),
    GPX("GPX", "it has tracks and no roads; make roads matches positions to roads: POINTS=FILE.csv");

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

    /** How to convert it to a format that can be read; null if it can be read. */
    public String advice() {
        return advice;
    }

    public static FileFormat of(byte[] file) {
        if (file.length == 0) {
            return EMPTY;
        }
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

    private static FileFormat ofText(String head) {
        var start = head.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
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
        if (head.contains("<kml")) {
            return KML;
        }
        if (head.toLowerCase(Locale.ROOT).contains("<html")) {
            return HTML;
        }
        return head.contains("<gpx") ? GPX : start.isEmpty() ? EMPTY : UNKNOWN;
    }
}
