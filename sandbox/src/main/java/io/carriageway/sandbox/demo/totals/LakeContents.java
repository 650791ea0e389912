package io.carriageway.sandbox.demo.totals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetInputFile;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;

/** Counts the finished Parquet files of a lake and their rows, from their footers, read over S3. */
public record LakeContents(int files, Map<String, Long> rowsByDataset) {

    public static LakeContents read(String root) throws IOException {
        var lake = new Path(root);
        var fileSystem = lake.getFileSystem();
        var rows = new TreeMap<String, Long>();
        var files = 0;
        for (var dataset : fileSystem.listStatus(lake)) {
            var sizes = new Count();
            sizes.add(fileSystem, dataset);
            files += sizes.files;
            rows.put(dataset.getPath().getName(), sizes.rows);
        }
        return new LakeContents(files, rows);
    }

    long rows(String dataset) {
        return rowsByDataset.getOrDefault(dataset, 0L);
    }

    long rows() {
        return rowsByDataset.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Files and rows of a folder and its subfolders. */
    private static final class Count {
        private int files;
        private long rows;

        void add(FileSystem fileSystem, FileStatus entry) throws IOException {
            if (entry.isDir()) {
                for (var child : fileSystem.listStatus(entry.getPath())) {
                    add(fileSystem, child);
                }
            } else if (entry.getPath().getName().endsWith(".parquet")) {
                files++;
                rows += rowsOf(fileSystem, entry);
            }
        }
    }

    private static long rowsOf(FileSystem fileSystem, FileStatus file) throws IOException {
        var input = new ParquetInputFile(fileSystem.open(file.getPath()), file.getLen());
        var options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (var reader = ParquetFileReader.open(input, options)) {
            return reader.getRecordCount();
        }
    }
}
