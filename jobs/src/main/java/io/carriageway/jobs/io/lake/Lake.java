package io.carriageway.jobs.io.lake;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.JobArguments;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** The Parquet lake: one folder a dataset, one file a checkpoint, visible only when finished; exactly once. */
public record Lake(String root) implements Serializable {

    public static final ConfigOption<String> ROOT = key("lake")
            .stringType()
            .noDefaultValue()
            .withDescription("Folder of the lake, s3://bucket/lake. Datasets are the folders below it.");

    public static Lake of(Configuration configuration) {
        return new Lake(JobArguments.require(configuration, ROOT));
    }

    /**
     * Every open file keeps a page's bytes, and each hour is a file: an import of months has thousands open at once,
     * for which Parquet's own page of 1 MiB is too much.
     */
    private static final int PAGE_BYTES = 64 * 1024;

    /** A sink of a dataset's rows. */
    public <R extends SpecificRecordBase> FileSink<R> sink(Dataset<R> dataset) {
        var type = dataset.type();
        return FileSink.forBulkFormat(
                        new Path(root, dataset.name()), new ParquetWriterFactory<>(out -> writer(out, type)))
                .withBucketAssigner(new HourFolders<>(dataset))
                .withRollingPolicy(OnCheckpointRollingPolicy.build())
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("part")
                        .withPartSuffix(".parquet")
                        .build())
                .build();
    }

    /**
     * The dataset's rows of a span, as a stream that ends.
     *
     * @throws IllegalStateException where something of the span is missing, and gaps are not allowed
     */
    public <R extends SpecificRecordBase> DataStream<R> read(
            StreamExecutionEnvironment env, Dataset<R> dataset, EventSpan span) throws IOException {
        return new LakeSource<>(dataset, root).read(env, span);
    }

    public <R extends SpecificRecordBase> void publish(
            DataStream<R> rows, Dataset<R> dataset, String file, ShardOf<R> shard, String name) {}

    /**
     * Writes a file as all files of the lake are. Built by hand: the connector's own loses the conversion of
     * timestamps.
     */
    static <R extends SpecificRecordBase> ParquetWriter<R> writer(OutputFile out, Class<R> row) throws IOException {
        var data = SpecificData.getForClass(row);
        return AvroParquetWriter.<R>builder(out)
                .withSchema(data.getSchema(row))
                .withDataModel(data)
                .withConf(new PlainParquetConfiguration())
                .withPageSize(PAGE_BYTES)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build();
    }
}
