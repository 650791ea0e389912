package io.carriageway.jobs.roads;

import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.input.RoadConfig;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The options of {@code make roads}, parsed.
 *
 * @param points null if there are none to match
 */
record RoadsConfig(RoadConfig roads, MatchConfig limits, Path points, Path out) {

    private static final String FILE = "file://";

    static RoadsConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, RoadsOptions.ALL, Map.of());
        var roads = RoadConfig.of(given);
        var points = JobArguments.optional(given, RoadsOptions.POINTS);
        return new RoadsConfig(
                new RoadConfig(address(roads.address()), roads.distanceMetres(), roads.rules()),
                new MatchConfig(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                points == null ? null : Path.of(points),
                Path.of(JobArguments.require(given, RoadsOptions.OUT)));
    }

    Path roadsFile() {
        return out.resolve("roads.geojson");
    }

    Path matchesFile() {
        return out.resolve("matches.geojson");
    }

    /**
     * Checks that no input file would be overwritten.
     *
     * @throws IllegalArgumentException if one would be, such as roads.geojson in the default folder
     */
    void requireNothingOverwritten() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException("OUT names %s, which is a file; name a folder".formatted(out));
        }
        var network = roads.address().startsWith(FILE) ? Path.of(roads.address().substring(FILE.length())) : null;
        for (var read : new Path[] {network, points}) {
            for (var written : List.of(roadsFile(), matchesFile())) {
                if (read != null && Files.exists(read) && Files.exists(written) && Files.isSameFile(read, written)) {
                    throw new IllegalArgumentException(
                            "%s would be overwritten; name another folder with OUT".formatted(read));
                }
            }
        }
    }

    /** The address of a file, which the shell's user names relative to the folder that the command runs in. */
    private static String address(String file) {
        return file.matches("[a-z0-9]{2,}:.*") ? file : FILE + Path.of(file).toAbsolutePath();
    }
}
