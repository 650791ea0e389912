package io.carriageway.jobs.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileSinkTest {

    @TempDir
    Path folder;

    private final CommittingSinkWriter<Tuple2<String, String>, PendingFile> writer =
            new WholeFileSink<String>(Lines::new).createWriter(null);

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void aFileIsThereWithAllItsRowsWhenItIsCommittedAndNotBefore() throws Exception {
        write("a", "1");
        write("a", "2");
        write("b", "3");
        var files = writer.prepareCommit();
        assertThat(folder.resolve("a")).doesNotExist();
        for (var file : files) {
            file.commit();
        }
        assertThat(folder.resolve("a")).hasContent("1\n2\n");
        assertThat(Files.readString(folder.resolve("b"))).isEqualTo("3\n");
    }

    @Test
    void aFileWhoseRowsComeInPartsIsRefusedForTheLastPartWouldBeAllOfIt() throws Exception {
        write("a", "1");
        write("b", "2");
        refused("a");
    }

    @Test
    void aFileThatACheckpointHasPartedIsRefusedToo() throws Exception {
        write("a", "1");
        assertThat(writer.prepareCommit()).hasSize(1);
        refused("a");
    }

    private void refused(String file) {
        assertThatIllegalStateException()
                .isThrownBy(() -> write(file, "9"))
                .withMessageContaining(file + " did not come in one piece");
    }

    private void write(String file, String row) throws Exception {
        writer.write(Tuple2.of(folder.resolve(file).toUri().toString(), row), null);
    }

    private record Lines(FSDataOutputStream out) implements BulkWriter<String> {

        @Override
        public void addElement(String row) throws IOException {
            out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void finish() throws IOException {
            flush();
        }
    }
}
