package io.carriageway.jobs.io.lake;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the lake that a job writes to. */
public final class LakeOptions {

    public static final ConfigOption<String> ROOT = key("lake")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of the lake, s3://bucket/lake. Datasets are the folders below it.");

    public static final ConfigOption<Integer> COMPACT_CHECKPOINTS = key("lake.compact-checkpoints")
            .intType()
            .defaultValue(0)
            .withDescription(
                    "Of how many checkpoints a live job merges the files before they are seen: fewer files, rows so much later. Once on it must stay on, for a savepoint may hold files that wait; 1 is the least. 0: files are not merged (docs/daily.md).");

    public static final ConfigOption<Integer> OPEN_FILES = key("lake.open-files")
            .intType()
            .defaultValue(32)
            .withDescription(
                    "Number of files that a lake sink keeps open in each of its subtasks, at least 1. Where events come from more hours than that in turn, the file written to longest ago is closed and the hour gets another one. A larger value makes fewer files of such events, and takes more memory (docs/daily.md).");

    public static final List<ConfigOption<?>> ALL = List.of(ROOT, COMPACT_CHECKPOINTS, OPEN_FILES);

    private LakeOptions() {}
}
