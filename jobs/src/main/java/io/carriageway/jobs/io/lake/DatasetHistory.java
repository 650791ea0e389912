package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.files.UnreadableFile;
import io.carriageway.jobs.io.lake.EventSpan.Demand;
import io.carriageway.jobs.io.lake.parquet.ParquetInput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks that a dataset has all events that a bounded run must read, because missing input must never go unnoticed. */
record DatasetHistory(Dataset<?> dataset, HourListing hours) {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetHistory.class);

    /**
     * The files that may contain events of the span.
     *
     * @throws IllegalStateException if part of the span is missing, and gaps are not allowed
     */
    List<Path> files(EventSpan span) throws IOException {
        var files = new ArrayList<Path>();
        for (var hour : HourListing.hours(span.start(), span.end())) {
            hours.files(hour).stream().map(FileStatus::getPath).forEach(files::add);
        }
        var gaps = gaps(span);
        if (!gaps.isEmpty() && span.demand() != Demand.NOTHING) {
            throw new IllegalStateException(
                    "%s; --allow-gaps true uses the available events".formatted(String.join("; ", gaps)));
        }
        gaps.forEach(gap -> LOG.warn("Continuing, because gaps are allowed: {}", gap));
        return files;
    }

    private List<String> gaps(EventSpan span) throws IOException {
        var gaps = new ArrayList<String>();
        var empty = new ArrayList<Instant>();
        for (var hour : HourListing.hours(span.from(), span.to())) {
            if (hours.files(hour).isEmpty()) {
                empty.add(hour);
            }
        }
        if (!empty.isEmpty()) {
            gaps.add("dataset %s in %s has no file of the hours %s".formatted(dataset.name(), hours.folder(), empty));
        }
        if (!hasPassed(span.passedAt())) {
            gaps.add("dataset %s has no event of %s or later, so events of the range may still come"
                    .formatted(dataset.name(), span.passedAt()));
        }
        return gaps;
    }

    private boolean hasPassed(Instant time) throws IOException {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        if (hours.goesOnAfter(hour)) {
            return true;
        }
        for (var file : hours.files(hour)) {
            if (newestMillis(file) >= time.toEpochMilli()) {
                return true;
            }
        }
        return false;
    }

    /** The newest event time of a file, from the statistics at its end. */
    private long newestMillis(FileStatus file) throws IOException {
        long newest = Long.MIN_VALUE;
        try (var reader = ParquetFileReader.open(ParquetInput.open(file.getPath(), file.getLen()))) {
            for (var block : reader.getFooter().getBlocks()) {
                for (var column : block.getColumns()) {
                    if (column.getPath().toDotString().equals(dataset.timeColumn())
                            && column.getStatistics().genericGetMax() instanceof Long max) {
                        newest = Math.max(newest, max);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(file.getPath(), e);
        }
        return newest;
    }
}
