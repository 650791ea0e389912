package io.carriageway.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAsItIs() throws Exception {
        var file = Files.writeString(folder.resolve("roads"), "text");
        assertThat(new ReferenceFile(file.toUri().toString()).read()).asString().isEqualTo("text");
    }

    @Test
    void aFileOfMoreThanTwoGigabytesIsRefusedBeforeItIsRead() throws Exception {
        var file = folder.resolve("country.osm.pbf");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThatThrownBy(() -> new ReferenceFile(file.toUri().toString()).read())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "cannot read file:", "country.osm.pbf: it has 3,221,225,472 bytes", "osmium extract");
    }
}
