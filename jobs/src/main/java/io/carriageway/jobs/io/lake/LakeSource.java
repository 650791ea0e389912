package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.files.NamedFiles;
import io.carriageway.jobs.io.lake.parquet.ParquetRows;
import io.carriageway.jobs.topology.Steps;
import java.io.IOException;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.impl.StreamFormatAdapter;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads the rows of a dataset in a span, as a stream that ends. Files are read in no order, so the watermark does not
 * advance until all have been read.
 */
record LakeSource<R extends SpecificRecordBase>(Dataset<R> dataset, String root) {

    DataStream<R> read(StreamExecutionEnvironment env, EventSpan span) throws IOException {
        var files = new DatasetHistory(dataset, HourListing.of(root, dataset.name())).files(span);
        var name = dataset.name().replace('_', '-');
        var rows = files.isEmpty() ? nothing(env, name + "-lake-source") : rows(env, files, name + "-lake-source");
        var kept = dataset; // keeps this source, which is not serializable, out of the closure
        return rows.inChain().filter(name + "-in-span", row -> span.covers(kept.time(row))).stream();
    }

    private Steps<R> rows(StreamExecutionEnvironment env, List<Path> files, String name) {
        var format = new NamedFiles<>(new StreamFormatAdapter<>(new ParquetRows<>(dataset.type())));
        var source =
                FileSource.forBulkFileFormat(format, files.toArray(new Path[0])).build();
        return Steps.source(env, name, source, WatermarkStrategy.noWatermarks());
    }

    /** An empty stream, because a source of files needs at least one file. */
    private Steps<R> nothing(StreamExecutionEnvironment env, String name) {
        FlatMapFunction<Long, R> none = (number, out) -> {};
        return Steps.source(env, name, new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks())
                .flatMap(name + "-none", none, dataset.type());
    }
}
