package io.carriageway.jobs.io.lake.compaction;

import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileStatus;

/** How compacted files are called: by numbers that go on, so that none ever takes the name of another. */
final class CompactedName {

    private static final Pattern NAME = Pattern.compile("compacted-(\\d+)\\.parquet");

    private CompactedName() {}

    static String of(int number) {
        return "compacted-%03d.parquet".formatted(number);
    }

    /** The first number that no file has. */
    static int next(Collection<FileStatus> files) {
        return files.stream()
                .map(file -> NAME.matcher(file.getPath().getName()))
                .filter(name -> name.matches())
                .mapToInt(name -> Integer.parseInt(name.group(1)) + 1)
                .max()
                .orElse(0);
    }
}
