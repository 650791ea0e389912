package io.carriageway.sandbox.camera;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The reference data of cameras, which no topic tells. */
public final class RegionsOfInterest {

    private RegionsOfInterest() {}

    public static void write(Connection database, Map<String, String> wktByCamera) throws SQLException {
        try (var statement = database.prepareStatement(
                "INSERT INTO camera (camera_id, name, latitude, longitude, carriageway_polygon) VALUES (?, ?, 0, 0, ?)")) {
            for (var camera : wktByCamera.entrySet()) {
                statement.setString(1, camera.getKey());
                statement.setString(2, camera.getKey());
                statement.setString(3, camera.getValue());
                statement.executeUpdate();
            }
        }
    }
}
