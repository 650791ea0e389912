package io.carriageway.jobs.io.jdbc.diff;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares the counts per camera in two databases of a server.
 *
 * @param base the live job's database
 * @param whatIf the other one
 */
record CameraDiff(String base, String whatIf) {

    static final String TABLE = "camera_traffic_1m";

    private static final List<String> SUMS =
            List.of("frames", "bicycle_sum", "car_sum", "motorcycle_sum", "bus_sum", "truck_sum");
    private static final String QUERY =
            """
            SELECT camera_id, %s FROM %s
            WHERE window_start >= ? AND window_start < ? GROUP BY camera_id
            """;
    private static final String ALL = "all";
    private static final int NAME_WIDTH = 16;
    private static final int CELL_WIDTH = 18;

    /** Returns a heading, a line per camera, and a line for all cameras. */
    List<String> lines(Connection session, Instant from, Instant to) throws SQLException {
        var before = sums(session, base, from, to);
        var after = sums(session, whatIf, from, to);
        var cameras = new TreeSet<>(before.keySet());
        cameras.addAll(after.keySet());
        var lines = new ArrayList<String>();
        lines.add(
                line("camera", SUMS.stream().map(sum -> sum.replace("_sum", "")).toList()));
        for (var camera : cameras) {
            lines.add(line(camera, cells(sumsOf(before, camera), sumsOf(after, camera))));
        }
        lines.add(line(ALL, cells(total(before), total(after))));
        return lines;
    }

    private static TreeMap<String, List<Long>> sums(Connection session, String database, Instant from, Instant to)
            throws SQLException {
        var sums = new TreeMap<String, List<Long>>();
        var columns = SUMS.stream().map("SUM(%s)"::formatted).collect(Collectors.joining(", "));
        try (var statement =
                session.prepareStatement(QUERY.formatted(columns, SchemaDiff.qualified(database, TABLE)))) {
            statement.setObject(1, SchemaDiff.utc(from));
            statement.setObject(2, SchemaDiff.utc(to));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var ofCamera = new ArrayList<Long>();
                    for (int i = 0; i < SUMS.size(); i++) {
                        ofCamera.add(rows.getLong(i + 2));
                    }
                    sums.put(rows.getString(1), ofCamera);
                }
            }
        }
        return sums;
    }

    private static List<Long> sumsOf(TreeMap<String, List<Long>> sums, String camera) {
        return sums.getOrDefault(camera, SUMS.stream().map(sum -> 0L).toList());
    }

    private static List<Long> total(TreeMap<String, List<Long>> sums) {
        var total = new ArrayList<Long>();
        for (int i = 0; i < SUMS.size(); i++) {
            int column = i;
            total.add(sums.values().stream()
                    .mapToLong(ofCamera -> ofCamera.get(column))
                    .sum());
        }
        return total;
    }

    private static List<String> cells(List<Long> before, List<Long> after) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < SUMS.size(); i++) {
            cells.add(String.format(Locale.ROOT, "%,d -> %,d", before.get(i), after.get(i)));
        }
        return cells;
    }

    private static String line(String name, List<String> cells) {
        return "  %%-%ds".formatted(NAME_WIDTH).formatted(name)
                + cells.stream()
                        .map(cell -> "%%%ds".formatted(CELL_WIDTH).formatted(cell))
                        .collect(Collectors.joining());
    }
}
