package io.carriageway.geo.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.geo.format.Packed;
import io.carriageway.intake.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are too large to be read as a whole. */
class FileSizesTest {

    private interface Packing {
        OutputStream of(OutputStream out) throws IOException;
    }

    @Test
    void aFileIsReadUpToTheLimitAndNotBeyond() throws Exception {
        assertThat(WholeFile.read(new ByteArrayInputStream(new byte[100]), 100)).hasSize(100);
        assertThatThrownBy(() -> WholeFile.read(new ByteArrayInputStream(new byte[101]), 100))
                .isInstanceOf(WholeFile.TooLargeException.class)
                .hasMessageContainingAll("more than 100 bytes", "osmium extract", "-Xmx");
    }

    @Test
    void moreMemoryIsNoAdviceForWhatNoArrayHolds() {
        assertThatThrownBy(() -> WholeFile.requireFits(3L << 30, Integer.MAX_VALUE - 8))
                .hasMessageContaining("it has 3,221,225,472 bytes, and at most 2,147,483,639 can be read")
                .hasMessageNotContaining("-Xmx");
    }

    @Test
    void aPackedFileCountsAsWhatItHolds() throws Exception {
        for (var file :
                new byte[][] {packed(10_000, GZIPOutputStream::new), packed(10_000, BZip2CompressorOutputStream::new)
                }) {
            assertThat(file).hasSizeLessThan(1_000);
            assertThat(Packed.unpack(file, 10_000)).hasSize(10_000);
            assertThatThrownBy(() -> Packed.unpack(file, 9_999)).isInstanceOf(WholeFile.TooLargeException.class);
        }
    }

    @Test
    void aPackedFileOfMoreThanTheLimitIsRefusedAndNamed() throws Exception {
        var file = packed(10_000, GZIPOutputStream::new);
        assertThatThrownBy(() -> RoadFile.read(file, "city.osm.gz", RoadRules.DEFAULT, 9_999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("cannot unpack city.osm.gz: it has more than", "osmium extract");
    }

    private static byte[] packed(long size, Packing packing) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = packing.of(file)) {
            var block = new byte[1 << 16];
            for (long rest = size; rest > 0; rest -= block.length) {
                out.write(block, 0, (int) Math.min(rest, block.length));
            }
        }
        return file.toByteArray();
    }
}
