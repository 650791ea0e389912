package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.io.lake.HourFolders;
import io.carriageway.jobs.io.lake.HourListing;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.io.lake.parquet.ParquetFooter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The hour folders of a lake, for the tools that maintain it.
 *
 * @param targetBytes approximate size of a file in a compacted hour
 */
public record LakeHours(Lake lake, long targetBytes) {

    /** Prefixes of the files that live jobs and compactions write. */
    private static final List<String> MERGED_PREFIXES = List.of("part-", "compacted-");

    /**
     * The finished files of an hour.
     *
     * @param small number of files to merge: written by live jobs or compactions, and well below the target size
     */
    public record Contents(int files, long bytes, int small) {

        /** Whether merging would leave fewer files. */
        public boolean isMergeable() {
            return small >= Compaction.MERGED_AT_LEAST;
        }
    }

    public Contents contents(Dataset<?> dataset, Instant hour) throws IOException {
        var files = listing(dataset).files(hour);
        return new Contents(
                files.size(),
                files.stream().mapToLong(FileStatus::getLen).sum(),
                Math.toIntExact(files.stream()
                        .filter(file -> isSmall(file, targetBytes))
                        .count()));
    }

    /**
     * Whether a file is to be merged. A file that a bounded run has published stays, because the same run would publish
     * it again.
     */
    static boolean isSmall(FileStatus file, long targetBytes) {
        var name = file.getPath().getName();
        return file.getLen() < targetBytes / 2 && MERGED_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** The number of rows in an hour, from the footers of its files. */
    public long rows(Dataset<?> dataset, Instant hour) throws IOException {
        return ParallelFiles.each(listing(dataset).files(hour), ParquetFooter::of).stream()
                .mapToLong(ParquetFooter::rows)
                .sum();
    }

    /**
     * Completes what an earlier compaction left unfinished, then merges the small files of an hour. Empty if there is
     * nothing to merge.
     */
    public <R extends SpecificRecordBase> Optional<CompactionResult> compact(
            Dataset<R> dataset, Instant hour, RetainedSnapshots snapshots) throws IOException {
        return new Compaction(lake, files(), snapshots, targetBytes).compact(dataset, hour);
    }

    /** The hours of [from, to) that have a folder, the oldest first. */
    public List<Instant> between(Dataset<?> dataset, Instant from, Instant to) throws IOException {
        var hours = new ArrayList<Instant>();
        for (var day : HourListing.list(listing(dataset).folder()).toList()) {
            var name = day.getPath().getName();
            if (name.compareTo(day(from)) >= 0 && name.compareTo(day(to)) <= 0) {
                HourListing.list(day.getPath())
                        .flatMap(each ->
                                HourFolders.hour(name + "/" + each.getPath().getName()).stream())
                        .filter(hour -> !hour.isBefore(from) && hour.isBefore(to))
                        .forEach(hours::add);
            }
        }
        return hours.stream().sorted().toList();
    }

    private static String day(Instant time) {
        return HourFolders.folder(time).replaceFirst("/.*", "");
    }

    /** Deletes an hour and its files. */
    public void delete(Dataset<?> dataset, Instant hour) throws IOException {
        var folder = listing(dataset).folder(hour);
        if (!files().delete(folder, true) && files().exists(folder)) {
            throw new IOException("%s could not be deleted".formatted(folder));
        }
    }

    private HourListing listing(Dataset<?> dataset) {
        return HourListing.of(lake.root(), dataset.name());
    }

    private FileSystem files() throws IOException {
        return new Path(lake.root()).getFileSystem();
    }
}
