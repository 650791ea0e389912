package io.carriageway.jobs.io.lake;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the lake that a job writes to. */
public final class LakeOptions {

    public static final ConfigOption<String> ROOT = key("lake")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of the lake, s3://bucket/lake. Each dataset is a folder in it.");

    public static final ConfigOption<Integer> COMPACT_CHECKPOINTS = key("lake.compact-checkpoints")
            .intType()
            .defaultValue(0)
            .withDescription(
                    "Number of checkpoints whose files a live job merges before they are published. A larger number makes fewer files and later rows. 0: files are not merged. Once above 0 it must stay at 1 or more, because a savepoint may contain files that wait to be merged (docs/daily.md).");

    public static final ConfigOption<Integer> OPEN_FILES = key("lake.open-files")
            .intType()
            .defaultValue(32)
            .withDescription(
                    "Number of files that a lake sink keeps open in each of its subtasks, at least 1. If events alternate between more hours than that, the file that was written to longest ago is closed, and its hour gets another file. A larger value makes fewer files of such events and takes more memory (docs/daily.md).");

    public static final List<ConfigOption<?>> ALL = List.of(ROOT, COMPACT_CHECKPOINTS, OPEN_FILES);

    private LakeOptions() {}
}
