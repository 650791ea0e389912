package io.carriageway.jobs.io.lake.parquet;

import org.apache.flink.util.TemporaryClassLoaderContext;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The compression of lake files. Parquet creates a codec once, and it looks up its settings through the class loader of
 * the thread that needed it first. If jobs share Parquet's classes, that loader is closed with the first job, and the
 * next job that writes a file fails.
 */
public final class LakeCodec {

    public static final CompressionCodecName NAME = CompressionCodecName.ZSTD;

    private LakeCodec() {}

    /** Creates the codec, if there is none yet, with the class loader of Parquet's own classes. */
    public static void load() {
        try (var unused = TemporaryClassLoaderContext.of(CodecFactory.class.getClassLoader())) {
            var factory = new CodecFactory(new PlainParquetConfiguration(), 0);
            var made = factory.getCompressor(NAME);
            made.release();
            factory.release();
        }
    }
}
