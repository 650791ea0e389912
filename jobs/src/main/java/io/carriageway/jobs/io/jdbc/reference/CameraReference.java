package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the reference data of cameras once, when a job starts. */
public final class CameraReference {

    private CameraReference() {}

    /** The carriageway polygons by camera (WKT, see table camera); a camera without one is not in the map. */
    public static Map<String, String> carriagewayPolygons(MySqlConnection connection) throws SQLException {
        var polygons = new HashMap<String, String>();
        try (var session = connection.open();
                var statement = session.createStatement();
                var rows = statement.executeQuery("SELECT camera_id, carriageway_polygon FROM camera"
                        + " WHERE carriageway_polygon IS NOT NULL")) {
            while (rows.next()) {
                polygons.put(rows.getString("camera_id"), rows.getString("carriageway_polygon"));
            }
        }
        return polygons;
    }
}
