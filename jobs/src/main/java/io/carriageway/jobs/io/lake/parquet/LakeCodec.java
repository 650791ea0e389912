package io.carriageway.jobs.io.lake.parquet;

import org.apache.flink.util.TemporaryClassLoaderContext;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * How files of the lake are compressed. Parquet makes a codec once, and it looks up its settings by the class loader of
 * the thread that needed it first. Where jobs share Parquet's classes, that loader is closed with the first job, and
 * the next one that writes a file fails.
 */
public final class LakeCodec {

    public static final CompressionCodecName NAME = CompressionCodecName.ZSTD;

    private LakeCodec() {}

    /** Makes the codec, if there is none yet, with the class loader that Parquet's own classes have. */
    public static void load() {
        try (var unused = TemporaryClassLoaderContext.of(CodecFactory.class.getClassLoader())) {
            var factory = new CodecFactory(new PlainParquetConfiguration(), 0);
            var made = factory.getCompressor(NAME);
            made.release();
            factory.release();
        }
    }
}
