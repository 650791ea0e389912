package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.geo.FreeFlowSource;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.Zone;
import io.carriageway.geo.Zones;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes a road network and its zones into the reference tables when a job starts, in one transaction. Idempotent.
 * Versions of segments that the network no longer contains remain.
 */
public final class RoadReference {

    private static final String ZONE =
            """
            INSERT INTO zone (zone_id, latitude, longitude, boundary) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE latitude = VALUES(latitude), longitude = VALUES(longitude),
                boundary = VALUES(boundary)
            """;
    private static final String SEGMENT =
            """
            INSERT INTO segment
                (segment_id, valid_from, valid_to, name, geometry, length_m, free_flow_kmh, zone_id,
                road_class, lanes, free_flow_source, attribution)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE valid_to = VALUES(valid_to), name = VALUES(name), geometry = VALUES(geometry),
                length_m = VALUES(length_m), free_flow_kmh = VALUES(free_flow_kmh), zone_id = VALUES(zone_id),
                road_class = VALUES(road_class), lanes = VALUES(lanes),
                free_flow_source = VALUES(free_flow_source), attribution = VALUES(attribution)
            """;

    private RoadReference() {}

    public static void write(MySqlConnection database, RoadNetwork network, Zones zones) throws SQLException {
        try (var session = database.open()) {
            session.setAutoCommit(false);
            writeZones(session, network, zones);
            writeSegments(session, network, zones);
            session.commit();
        }
    }

    private static void writeZones(Connection session, RoadNetwork network, Zones zones) throws SQLException {
        var ids = network.segments().stream().map(zones::zoneIdOf).distinct().sorted();
        try (var statement = session.prepareStatement(ZONE)) {
            for (var id : ids.toList()) {
                Zone zone = zones.zone(id);
                set(statement, zone.zoneId(), zone.latitude(), zone.longitude(), zone.boundaryWkt());
            }
            statement.executeBatch();
        }
    }

    private static void writeSegments(Connection session, RoadNetwork network, Zones zones) throws SQLException {
        try (var statement = session.prepareStatement(SEGMENT)) {
            for (RoadSegment segment : network.segments()) {
                set(
                        statement,
                        segment.segmentId(),
                        utc(segment.validFrom()),
                        utc(segment.validTo()),
                        segment.name(),
                        segment.line().toText(),
                        segment.lengthMetres(),
                        segment.freeFlowKmh(),
                        zones.zoneIdOf(segment),
                        segment.attributes().roadClass(),
                        segment.attributes().lanes(),
                        text(segment.attributes().freeFlowSource()),
                        segment.attributes().attribution());
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String text(FreeFlowSource source) {
        return source == null ? null : source.text();
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
