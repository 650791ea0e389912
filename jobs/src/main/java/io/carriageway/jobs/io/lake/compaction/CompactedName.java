package io.carriageway.jobs.io.lake.compaction;

import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileStatus;

/** Names compacted files by ascending numbers, so that no name is used twice. */
final class CompactedName {

    private static final Pattern NAME = Pattern.compile("compacted-(\\d+)\\.parquet");

    private CompactedName() {}

    static String of(int number) {
        return "compacted-%03d.parquet".formatted(number);
    }

    /** The first unused number. */
    static int next(Collection<FileStatus> files) {
        return files.stream()
                .map(file -> NAME.matcher(file.getPath().getName()))
                .filter(name -> name.matches())
                .mapToInt(name -> Integer.parseInt(name.group(1)) + 1)
                .max()
                .orElse(0);
    }
}
