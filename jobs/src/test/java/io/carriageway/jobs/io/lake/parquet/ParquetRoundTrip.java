package io.carriageway.jobs.io.lake.parquet;

import io.carriageway.jobs.io.lake.HourOfWeather;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Writes rows as the lake does, and by Parquet's own default configuration in each codec, and reads all of them back.
 */
public final class ParquetRoundTrip {

    private static final List<CompressionCodecName> CODECS = List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.LZ4_RAW,
            CompressionCodecName.ZSTD);

    private ParquetRoundTrip() {}

    /** Takes the folder of the files. */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var ofLake = folder.resolve("lake.parquet");
        check(ofLake, Lake.writer(new LocalOutputFile(ofLake), WeatherObservationRow.class));
        for (var codec : CODECS) {
            var file = folder.resolve(codec + ".parquet");
            check(
                    file,
                    AvroParquetWriter.<WeatherObservationRow>builder(new LocalOutputFile(file))
                            .withSchema(WeatherObservationRow.getClassSchema())
                            .withDataModel(new WeatherObservationRow().getSpecificData())
                            .withCompressionCodec(codec)
                            .build());
        }
    }

    private static void check(Path file, ParquetWriter<WeatherObservationRow> writer) throws IOException {
        var row = HourOfWeather.row(0);
        try (writer) {
            writer.write(row);
        }
        var path = new org.apache.flink.core.fs.Path(file.toUri());
        try (var rows =
                new ParquetRows<>(WeatherObservationRow.class).open(ParquetInput.open(path, Files.size(file)))) {
            var read = rows.read();
            if (!row.equals(read)) {
                throw new IllegalStateException("%s has %s instead of %s".formatted(file, read, row));
            }
        }
    }
}
