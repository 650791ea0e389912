package io.carriageway.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkHomeTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAFlinkTheErrorSaysWhatToSet() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FlinkHome.of(Map.of()))
                .withMessageContaining("FLINK_HOME");
        assertThatIllegalStateException()
                .isThrownBy(() -> FlinkHome.of(environment()))
                .withMessageContaining("there is no Flink in " + folder);
    }

    @Test
    void aFlinkWithoutTheLibrariesOfTheJobsIsToBeInstalledIn() throws Exception {
        flink();
        assertThatIllegalStateException()
                .isThrownBy(() -> FlinkHome.of(environment()))
                .withMessageContaining("bin/flink-install " + folder);
    }

    @Test
    void theConfigurationIsTheOneOfTheInstallationUnlessAnotherIsNamed() throws Exception {
        flink();
        Files.createDirectories(folder.resolve("plugins/s3-fs-hadoop"));
        assertThatIllegalStateException()
                .isThrownBy(() -> FlinkHome.of(environment()))
                .withMessageContaining("FLINK_CONF_DIR");

        var conf = Files.createDirectory(folder.resolve("conf"));
        assertThat(FlinkHome.of(environment()).confFolder()).isEqualTo(conf);

        var other = Files.createDirectory(folder.resolve("other"));
        assertThat(FlinkHome.of(Map.of("FLINK_HOME", folder.toString(), "FLINK_CONF_DIR", other.toString()))
                        .confFolder())
                .isEqualTo(other);
    }

    private Map<String, String> environment() {
        return Map.of("FLINK_HOME", folder.toString());
    }

    private void flink() throws Exception {
        Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("flink"));
    }
}
