package io.carriageway.jobs.io.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aJobThatNeverRanHasNone() throws Exception {
        assertThat(points("weather").newest()).isEmpty();
    }

    @Test
    void theNewestIsThatWhichWasWrittenLastBeItSavepointOrCheckpoint() throws Exception {
        write("savepoints/weather/savepoint-1", NOON);
        write("checkpoints/weather/3e9a/chk-7", NOON.plusSeconds(60));
        assertThat(newest("weather")).endsWith("checkpoints/weather/3e9a/chk-7");

        write("savepoints/weather/savepoint-2", NOON.plusSeconds(120));
        assertThat(newest("weather")).endsWith("savepoints/weather/savepoint-2");
    }

    @Test
    void whatIsNotWholeOrAnotherJobsIsNone() throws Exception {
        write("savepoints/camera/savepoint-1", NOON);
        Files.createDirectories(folder.resolve("checkpoints/weather/3e9a/chk-8"));
        Files.createDirectories(folder.resolve("checkpoints/weather/3e9a/shared"));
        assertThat(points("weather").newest()).isEmpty();
    }

    @Test
    void aConfigurationWithoutAPlaceForStateIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RestorePoints.of(new Configuration(), "weather"))
                .withMessageContaining("execution.checkpointing.dir");
    }

    private String newest(String job) throws IOException {
        return points(job).newest().orElseThrow().path();
    }

    private RestorePoints points(String job) {
        return RestorePoints.of(
                new Configuration()
                        .set(
                                CheckpointingOptions.SAVEPOINT_DIRECTORY,
                                folder.resolve("savepoints").toString())
                        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder + "/checkpoints/"),
                job);
    }

    private void write(String point, Instant time) throws IOException {
        var metadata = Files.createDirectories(folder.resolve(point)).resolve("_metadata");
        Files.setLastModifiedTime(Files.createFile(metadata), FileTime.from(time));
    }
}
