package io.carriageway.jobs.roads;

import io.carriageway.geo.SegmentFinder;
import io.carriageway.geo.graph.RoadGraph;
import io.carriageway.geo.roads.LoadedRoads;
import io.carriageway.geo.roads.RoadGeoJson;
import io.carriageway.jobs.io.files.FileSystems;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * Reads a file of roads without a job, reports what a job would make of it, and writes the network that the job would
 * use.
 */
public final class Roads {

    private Roads() {}

    /** All options of {@code make roads}. */
    public static List<ConfigOption<?>> options() {
        return RoadsOptions.ALL;
    }

    public static void main(String[] args) throws Exception {
        FileSystems.open();
        try {
            run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Prints the report, and writes the files. */
    static void run(PrintStream out, String... args) throws IOException {
        var config = RoadsConfig.from(args);
        config.requireNothingOverwritten();
        // first, so that an invalid file is reported before the long work
        var points = config.points() == null ? null : Points.read(config.points());
        var loaded = config.roads().load();
        loaded.report().lines().forEach(out::println);
        var newest = NewestVersions.of(loaded.network());
        new ConnectivityReport(RoadGraph.of(newest)).lines().forEach(out::println);
        Files.createDirectories(config.out());
        write(loaded, config.roadsFile(), out);
        if (points != null) {
            match(config, loaded, points, out);
        }
    }

    private static void write(LoadedRoads loaded, Path file, PrintStream out) throws IOException {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            RoadGeoJson.write(loaded.network(), loaded.report().attribution(), stream);
        }
        out.println("The roads as a job has them: " + file);
    }

    private static void match(RoadsConfig config, LoadedRoads loaded, Points points, PrintStream out)
            throws IOException {
        var file = config.matchesFile();
        var matches = new MatchedPoints(
                new SegmentFinder(loaded.network(), config.limits()), NewestVersions.timeMillis(loaded.network()));
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            matches.write(points, loaded.report().attribution(), stream);
        }
        matches.lines().forEach(out::println);
        out.println("Each point with its segment: " + file);
        if (matches.isNone()) {
            throw new IllegalArgumentException(
                    "no point of %s is on a road; %s".formatted(config.points(), points.whyNone(loaded.network())));
        }
    }
}
