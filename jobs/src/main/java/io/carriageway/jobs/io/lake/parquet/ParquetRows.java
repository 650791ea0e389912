package io.carriageway.jobs.io.lake.parquet;

import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Reads Parquet files as rows of a class. Columns that an older file lacks get their default. It is built by hand,
 * because the connector's own format loses the conversion of timestamps.
 */
public record ParquetRows<R extends SpecificRecordBase>(Class<R> type) implements StreamFormat<R> {

    /** The setting that AvroReadSupport writes, but only into Hadoop's configuration. */
    private static final String READ_SCHEMA = "parquet.avro.read.schema";

    @Override
    public Reader<R> createReader(Configuration config, FSDataInputStream in, long fileLength, long splitEnd)
            throws IOException {
        return new RowReader<>(open(new ParquetInput(in, fileLength)));
    }

    /** Opens a file. Flink passes no offset, because readers report none; it skips the rows that were already read. */
    @Override
    public Reader<R> restoreReader(
            Configuration config, FSDataInputStream in, long restoredOffset, long fileLength, long splitEnd)
            throws IOException {
        return createReader(config, in, fileLength, splitEnd);
    }

    public ParquetReader<R> open(ParquetInput file) throws IOException {
        LakeCodec.load();
        var data = SpecificData.getForClass(type);
        var configuration = new PlainParquetConfiguration();
        configuration.set(READ_SCHEMA, data.getSchema(type).toString());
        return AvroParquetReader.<R>builder(file, configuration)
                .withDataModel(data)
                .build();
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<R> getProducedType() {
        return TypeInformation.of(type);
    }

    private record RowReader<R>(ParquetReader<R> parquet) implements Reader<R> {

        @Override
        public R read() throws IOException {
            return parquet.read();
        }

        @Override
        public void close() throws IOException {
            parquet.close();
        }
    }
}
