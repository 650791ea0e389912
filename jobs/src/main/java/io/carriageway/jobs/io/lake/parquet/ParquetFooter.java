package io.carriageway.jobs.io.lake.parquet;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.core.fs.FileStatus;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** The number of rows and the columns of a file, from its footer. */
public record ParquetFooter(long rows, Set<String> columns) {

    public static ParquetFooter of(FileStatus file) throws IOException {
        try (var reader = ParquetFileReader.open(ParquetInput.open(file.getPath(), file.getLen()))) {
            var footer = reader.getFooter().getFileMetaData();
            return new ParquetFooter(reader.getRecordCount(), columns(footer.getSchema()));
        } catch (RuntimeException e) {
            throw new IOException("%s is not a Parquet file".formatted(file.getPath()), e);
        }
    }

    /** The columns that a schema lacks. A reader with that schema does not see them. */
    public List<String> unknownTo(Schema schema) {
        var known = columns(new AvroSchemaConverter(new PlainParquetConfiguration()).convert(schema));
        return columns.stream()
                .filter(column -> !known.contains(column))
                .sorted()
                .toList();
    }

    private static Set<String> columns(MessageType type) {
        return type.getPaths().stream().map(path -> String.join(".", path)).collect(Collectors.toSet());
    }
}
