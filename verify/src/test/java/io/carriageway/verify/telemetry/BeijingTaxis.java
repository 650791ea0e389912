package io.carriageway.verify.telemetry;

import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps positions of taxis, which lack speed and heading, to reports. Both are computed from the previous position. A
 * taxi's first position, and one with the same time as the previous one, have speed 0.
 */
final class BeijingTaxis {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double RADIUS_METRES = 6_371_008.8;
    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private BeijingTaxis() {}

    /** In the order of the file: taxi by taxi. */
    static List<VehicleTelemetry> reports(Path csv) throws IOException {
        var reports = new ArrayList<VehicleTelemetry>();
        VehicleTelemetry before = null;
        var lines = Files.readAllLines(csv);
        for (var line : lines.subList(1, lines.size())) {
            before = report(line.split(",", -1), before);
            reports.add(before);
        }
        return reports;
    }

    private static VehicleTelemetry report(String[] columns, VehicleTelemetry before) {
        var report = VehicleTelemetry.newBuilder()
                .setVehicleId("taxi-" + columns[0])
                .setRecordedAt(LocalDateTime.parse(columns[1], TIME).toInstant(BEIJING))
                .setLongitude(Double.parseDouble(columns[2]))
                .setLatitude(Double.parseDouble(columns[3]))
                .setSpeedKmh(0.0)
                .setVehicleClass(VehicleClass.CAR)
                .build();
        if (before == null || !before.getVehicleId().equals(report.getVehicleId())) {
            return report;
        }
        double seconds =
                Duration.between(before.getRecordedAt(), report.getRecordedAt()).toMillis() / 1_000.0;
        double metres = metres(before, report);
        if (seconds > 0 && metres > 0) {
            report.setSpeedKmh(metres / seconds * KMH_PER_METRE_PER_SECOND);
            report.setHeadingDeg(heading(before, report));
        }
        return report;
    }

    private static double metres(VehicleTelemetry from, VehicleTelemetry to) {
        double north = Math.toRadians(to.getLatitude() - from.getLatitude());
        return RADIUS_METRES * Math.hypot(north, east(from, to));
    }

    private static double heading(VehicleTelemetry from, VehicleTelemetry to) {
        double north = Math.toRadians(to.getLatitude() - from.getLatitude());
        return (Math.toDegrees(Math.atan2(east(from, to), north)) + 360) % 360;
    }

    private static double east(VehicleTelemetry from, VehicleTelemetry to) {
        double middle = Math.toRadians((from.getLatitude() + to.getLatitude()) / 2);
        return Math.toRadians(to.getLongitude() - from.getLongitude()) * Math.cos(middle);
    }
}
