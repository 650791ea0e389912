package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.io.lake.HourListing;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.io.lake.parquet.ParquetFooter;
import io.carriageway.jobs.io.lake.parquet.ParquetInput;
import io.carriageway.jobs.io.lake.parquet.ParquetRows;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;

/**
 * Merges the small files of an hour into large ones, with the same rows in order. Files of about the target size stay
 * as they are, so a late event of a compacted hour costs little.
 *
 * @param files the file system of the lake
 * @param snapshots the snapshots whose files must not be touched, because a job may still need them
 * @param targetBytes approximate size of a new file
 */
public record Compaction(Lake lake, FileSystem files, RetainedSnapshots snapshots, long targetBytes) {

    static final int MERGED_AT_LEAST = 2;

    /**
     * Completes what an earlier run left unfinished, then merges. Empty if there is nothing to merge.
     *
     * @throws IOException if files cannot be read or written
     * @throws IllegalStateException if merging would lose data; then nothing was changed
     */
    public <R extends SpecificRecordBase> Optional<CompactionResult> compact(Dataset<R> dataset, Instant hour)
            throws IOException {
        var listing = HourListing.of(lake.root(), dataset.name());
        var replacement = new FileReplacement(files, listing.folder(hour));
        replacement.recover();
        var present = listing.files(hour);
        var small = present.stream().filter(this::isToBeMerged).toList();
        if (small.size() < MERGED_AT_LEAST) {
            return Optional.empty();
        }
        var rows = expectedRows(dataset, small);
        try (var sorted = new SortedRows<>(RowOrder.of(dataset));
                var out = new HiddenFiles<>(dataset.type(), replacement, targetBytes, CompactedName.next(present))) {
            read(dataset, small, sorted);
            sorted.forEach(new UniqueEventCheck<>(RowOrder.of(dataset), out));
            out.close();
            requireRows(rows, out.rows(), small);
            requireRows(rows, rowsOfHidden(replacement, out.names()), small);
            replacement.carryOut(new ReplacementPlan(
                    small.stream().map(file -> file.getPath().getName()).toList(), out.names()));
            return Optional.of(new CompactionResult(small.size(), out.names().size(), rows));
        }
    }

    private boolean isToBeMerged(FileStatus file) {
        return LakeHours.isSmall(file, targetBytes) && !snapshots.mayName(file);
    }

    private static long expectedRows(Dataset<?> dataset, List<FileStatus> small) throws IOException {
        long rows = 0;
        for (var footer : ParallelFiles.each(small, ParquetFooter::of)) {
            var unknown = footer.unknownTo(dataset.schema());
            if (!unknown.isEmpty()) {
                throw new IllegalStateException(
                        "files of %s have columns %s, which this version would lose".formatted(folder(small), unknown));
            }
            rows += footer.rows();
        }
        return rows;
    }

    private static <R extends SpecificRecordBase> void read(
            Dataset<R> dataset, List<FileStatus> small, SortedRows<R> sorted) throws IOException {
        var format = new ParquetRows<>(dataset.type());
        for (var file : small) {
            try (var in = format.open(ParquetInput.open(file.getPath(), file.getLen()))) {
                for (var row = in.read(); row != null; row = in.read()) {
                    sorted.add(row);
                }
            }
        }
    }

    private static long rowsOfHidden(FileReplacement replacement, List<String> names) throws IOException {
        long rows = 0;
        for (var name : names) {
            var file = replacement.files().getFileStatus(replacement.path(ReplacementPlan.hidden(name)));
            rows += ParquetFooter.of(file).rows();
        }
        return rows;
    }

    private static void requireRows(long expected, long found, List<FileStatus> small) {
        if (found != expected) {
            throw new IllegalStateException(
                    "files of %s have %d rows, but the merged ones %d".formatted(folder(small), expected, found));
        }
    }

    private static Object folder(List<FileStatus> small) {
        return small.get(0).getPath().getParent();
    }
}
