package io.carriageway.jobs.io.lake.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedSnapshotsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aSavepointCountsFromWhenItWasComplete() throws Exception {
        metadata("savepoints/savepoint-1a2b/_metadata", NOON.plusSeconds(7200));
        metadata("checkpoints/0f0f/chk-17/_metadata", NOON);
        metadata("checkpoints/0f0f/shared/_metadata", NOON.minusSeconds(9));

        assertThat(RetainedSnapshots.oldest(List.of(uri("savepoints")))).contains(NOON.plusSeconds(7200));
        assertThat(RetainedSnapshots.oldest(List.of(uri("savepoints"), uri("checkpoints"))))
                .contains(NOON);
        assertThat(RetainedSnapshots.in(List.of(uri("checkpoints")), NOON.plusSeconds(9))
                        .times())
                .containsExactlyInAnyOrder(NOON, NOON.plusSeconds(9));
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws Exception {
        assertThat(RetainedSnapshots.oldest(List.of(uri("savepoints")))).isEmpty();
        assertThat(RetainedSnapshots.oldest(List.of())).isEmpty();
    }

    private void metadata(String name, Instant time) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "metadata");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }
}
