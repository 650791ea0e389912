package io.carriageway.verify.accident;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps the collisions of Great Britain's road safety data (STATS19) to reports, one each, made when it happened and
 * about an accident that is over. In the file -1 means missing, and numbers encode words.
 */
final class Stats19 {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");
    private static final double KILOMETRES_PER_MILE = 1.609344;

    private static final Map<String, AccidentSeverity> SEVERITY =
            Map.of("1", AccidentSeverity.FATAL, "2", AccidentSeverity.SERIOUS, "3", AccidentSeverity.SLIGHT);
    private static final Map<String, String> SURFACE =
            Map.of("1", "dry", "2", "wet or damp", "3", "snow", "4", "frost or ice", "5", "flood");
    private static final Map<String, String> LIGHT = Map.of(
            "1", "daylight",
            "4", "darkness, lights lit",
            "5", "darkness, lights unlit",
            "6", "darkness, no lighting",
            "7", "darkness, lighting unknown");
    private static final Map<String, String> FORCE = Map.of("1", "Metropolitan Police");

    private Stats19() {}

    /** In the order of the file, whose first character is a byte order mark. */
    static List<AccidentReport> reports(Path csv) throws IOException {
        var lines = Files.readAllLines(csv);
        var names = lines.get(0).substring(1).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> report(columns(names, line.split(",", -1))))
                .toList();
    }

    private static Map<String, String> columns(String[] names, String[] values) {
        var columns = new HashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], values[i]);
        }
        return columns;
    }

    private static AccidentReport report(Map<String, String> row) {
        var occurredAt = time(row.get("date") + " " + row.get("time"));
        var milesPerHour = number(row.get("speed_limit"));
        return AccidentReport.newBuilder()
                .setAccidentId(row.get("accident_index"))
                .setOccurredAt(occurredAt)
                .setReportedAt(occurredAt)
                .setLatitude(Double.parseDouble(row.get("latitude")))
                .setLongitude(Double.parseDouble(row.get("longitude")))
                .setSeverity(SEVERITY.getOrDefault(row.get("accident_severity"), AccidentSeverity.UNKNOWN))
                .setKind(AccidentKind.COLLISION)
                .setStatus(AccidentStatus.RESOLVED)
                .setVehicles(number(row.get("number_of_vehicles")))
                .setCasualties(number(row.get("number_of_casualties")))
                .setRoadCondition(SURFACE.get(row.get("road_surface_conditions")))
                .setVisibility(LIGHT.get(row.get("light_conditions")))
                .setSpeedLimitKmh(milesPerHour == null ? null : (int) Math.round(milesPerHour * KILOMETRES_PER_MILE))
                .setAuthority(FORCE.get(row.get("police_force")))
                .build();
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, TIME).atZone(BRITAIN).toInstant();
    }

    private static Integer number(String code) {
        return code.equals("-1") ? null : Integer.valueOf(code);
    }
}
