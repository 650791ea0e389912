package io.carriageway.jobs.io.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/** Lists the hours of a dataset, and the finished files of each. */
public record HourListing(Path folder) {

    private static final String PARQUET = ".parquet";

    public static HourListing of(String root, String dataset) {
        return new HourListing(new Path(root, dataset));
    }

    /** The starts of all hours that overlap a span of time. */
    static List<Instant> hours(Instant from, Instant to) {
        var hours = new ArrayList<Instant>();
        for (var hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(to); hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour);
        }
        return hours;
    }

    /**
     * The finished files of an hour. Names of unfinished files, and of files hidden by a tool, begin with a dot or
     * underscore.
     */
    public List<FileStatus> files(Instant hour) throws IOException {
        return list(folder(hour))
                .filter(file -> !file.isDir() && isFinished(file.getPath().getName()))
                .toList();
    }

    public Path folder(Instant hour) {
        return new Path(folder, HourFolders.folder(hour));
    }

    /** Whether a later hour has a file. */
    boolean goesOnAfter(Instant hour) throws IOException {
        var last = HourFolders.folder(hour);
        for (var day : daysFrom(last).toList()) {
            for (var each : list(day.getPath()).filter(FileStatus::isDir).toList()) {
                var name = day.getPath().getName() + "/" + each.getPath().getName();
                if (name.compareTo(last) > 0
                        && list(each.getPath())
                                .anyMatch(file -> isFinished(file.getPath().getName()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Lists the days from that hour on, and skips earlier days, of which there may be years. */
    private Stream<FileStatus> daysFrom(String hour) throws IOException {
        return list(folder).filter(day -> day.isDir() && day.getPath().getName().compareTo(hour.split("/")[0]) >= 0);
    }

    private static boolean isFinished(String name) {
        return name.endsWith(PARQUET) && !name.startsWith(".") && !name.startsWith("_");
    }

    /** The contents of a folder; empty if it does not exist, as on S3. */
    public static Stream<FileStatus> list(Path folder) throws IOException {
        try {
            var entries = folder.getFileSystem().listStatus(folder);
            return entries == null ? Stream.empty() : Arrays.stream(entries);
        } catch (FileNotFoundException e) {
            return Stream.empty();
        }
    }
}
