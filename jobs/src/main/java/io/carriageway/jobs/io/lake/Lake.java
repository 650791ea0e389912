package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.lake.parquet.LakeCodec;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.RevisingRun;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.OutputFile;

/**
 * The Parquet lake: one folder per dataset, one file per checkpoint, visible only when finished, exactly once.
 *
 * @param mergedCheckpoints number of checkpoints whose files are merged before they are published; 0 for no merging
 * @param openFiles greatest number of files that a subtask of a sink keeps open at once
 */
public record Lake(String root, int mergedCheckpoints, int openFiles) implements Serializable {

    /** A lake whose files are not merged when they are written. */
    public Lake(String root) {
        this(root, LakeOptions.COMPACT_CHECKPOINTS.defaultValue(), LakeOptions.OPEN_FILES.defaultValue());
    }

    public static Lake of(Configuration configuration) {
        return new Lake(
                JobArguments.require(configuration, LakeOptions.ROOT),
                atLeast(0, LakeOptions.COMPACT_CHECKPOINTS, configuration),
                atLeast(1, LakeOptions.OPEN_FILES, configuration));
    }

    private static int atLeast(int least, ConfigOption<Integer> option, Configuration configuration) {
        int value = JobArguments.require(configuration, option);
        if (value < least) {
            throw new IllegalArgumentException(
                    "option --%s must not be below %d, but is %d".formatted(option.key(), least, value));
        }
        return value;
    }

    /** Whether the address is that of this lake. */
    public boolean isAt(String otherRoot) {
        return new Path(root).equals(new Path(otherRoot));
    }

    /** Page size in bytes. Each open file keeps a page in memory, so Parquet's default of 1 MiB is too large. */
    private static final int PAGE_BYTES = 64 * 1024;

    /** A sink of a dataset's rows. */
    public <R extends SpecificRecordBase> Sink<R> sink(Dataset<R> dataset) {
        var type = dataset.type();
        var sink = FileSink.forBulkFormat(new Path(root, dataset.name()), parquet(type))
                .withBucketAssigner(new HourFolders<>(dataset))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("part")
                        .withPartSuffix(".parquet")
                        .build());
        return new HourSink<>(
                CheckpointFiles.merged(sink, type, mergedCheckpoints).build(), dataset, openFiles);
    }

    /**
     * Reads the dataset's rows of a span, as a stream that ends.
     *
     * @throws IllegalStateException if part of the span is missing, and gaps are not allowed
     */
    public <R extends SpecificRecordBase> DataStream<R> read(
            StreamExecutionEnvironment env, Dataset<R> dataset, EventSpan span) throws IOException {
        return new LakeSource<>(dataset, root).read(env, span);
    }

    /**
     * Writes a stream that ends as whole files, one per hour and shard. They become visible together, and replace files
     * of the same name, so publishing is idempotent.
     *
     * @param file the files' name; the number of the shard is appended if it is not 0
     */
    public <R extends SpecificRecordBase> void publish(
            DataStream<R> rows, Dataset<R> dataset, String file, ShardOf<R> shard, String name) {
        var folder = root + "/" + dataset.name() + "/";
        TypeInformation<Tuple2<String, R>> fileType = Types.TUPLE(Types.STRING, TypeInformation.of(dataset.type()));
        Steps.of(rows)
                .keyBy(row -> folder + HourFolders.folder(dataset.time(row)) + "/" + name(file, shard.shard(row)))
                .process(name + "-file", new WholeFiles<>(dataset.type()), fileType)
                .sink(name, new WholeFileSink<>(parquet(dataset.type())));
    }

    /** Records that a revising run has ended and all its files exist. From now on its rows count. */
    public void conclude(RevisingRun run) throws IOException {
        var file = new Path(root, "run/%s-r%d.parquet".formatted(run.getDataset(), run.getRevision()));
        try (var out = file.getFileSystem().create(file, FileSystem.WriteMode.OVERWRITE)) {
            var writer = parquet(RevisingRun.class).create(out);
            writer.addElement(run);
            writer.finish();
        }
    }

    private static String name(String file, int shard) {
        return file + (shard == 0 ? "" : "-" + shard) + ".parquet";
    }

    private static <R extends SpecificRecordBase> ParquetWriterFactory<R> parquet(Class<R> row) {
        return new ParquetWriterFactory<>(out -> writer(out, row));
    }

    /**
     * Makes a writer with the settings of all files of the lake. It is built by hand, because the connector's own loses
     * the conversion of timestamps.
     */
    public static <R extends SpecificRecordBase> ParquetWriter<R> writer(OutputFile out, Class<R> row)
            throws IOException {
        LakeCodec.load();
        var data = SpecificData.getForClass(row);
        return AvroParquetWriter.<R>builder(out)
                .withSchema(data.getSchema(row))
                .withDataModel(data)
                .withConf(new PlainParquetConfiguration())
                .withPageSize(PAGE_BYTES)
                .withCompressionCodec(LakeCodec.NAME)
                .build();
    }
}
