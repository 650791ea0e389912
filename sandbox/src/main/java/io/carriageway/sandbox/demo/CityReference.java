package io.carriageway.sandbox.demo;

import io.carriageway.city.City;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the reference data of the city before its first event: its sites into tables, its roads into a file. */
public record CityReference(City city) {

    private static final String CAMERA =
            "REPLACE INTO camera (camera_id, name, latitude, longitude, carriageway_polygon) VALUES (?, ?, ?, ?, ?)";
    private static final String STATION =
            "REPLACE INTO station (station_id, name, latitude, longitude) VALUES (?, ?, ?, ?)";
    private static final String COUNTER =
            "REPLACE INTO counter (site_id, name, latitude, longitude) VALUES (?, ?, ?, ?)";

    public void write(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(CAMERA)) {
            for (var camera : city.cameras()) {
                add(
                        insert,
                        camera.id(),
                        camera.name(),
                        camera.latitude(),
                        camera.longitude(),
                        camera.carriagewayPolygon());
            }
            insert.executeBatch();
        }
        try (var insert = connection.prepareStatement(STATION)) {
            for (var station : city.stations()) {
                add(insert, station.id(), station.name(), station.latitude(), station.longitude());
            }
            insert.executeBatch();
        }
        try (var insert = connection.prepareStatement(COUNTER)) {
            for (var site : city.counters().sites()) {
                add(insert, site.id(), site.name(), site.latitude(), site.longitude());
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    /** Writes the roads and returns their address. */
    public Path writeRoads(Path folder) throws IOException {
        return Files.writeString(folder.resolve("roads.geojson"), city.networkGeoJson());
    }
}
