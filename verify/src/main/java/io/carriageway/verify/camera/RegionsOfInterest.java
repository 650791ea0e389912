package io.carriageway.verify.camera;

import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.verify.oracle.JobRun;
import java.sql.SQLException;
import java.util.Map;

/** The reference data of cameras, which is in no topic. */
public final class RegionsOfInterest {

    private RegionsOfInterest() {}

    /** Writes the reference data before the job starts. */
    public static void write(JobRun run, Map<String, String> wktByCamera) throws SQLException {
        DatabaseSchema.migrate(run.database());
        try (var connection = run.connect();
                var statement = connection.prepareStatement(
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
