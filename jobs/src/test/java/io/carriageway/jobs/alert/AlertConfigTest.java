package io.carriageway.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.alert.AlertRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertConfigTest {

    @TempDir
    Path folder;

    @Test
    void withoutTheOptionThereAreNoRules() throws Exception {
        var options = options(Map.of());
        assertThat(options.rules()).isEqualTo(AlertRules.NONE);
        assertThat(options.topic()).isEqualTo("alert");
    }

    @Test
    void theRulesOfTheRepositoryAreReadFromTheirFile() throws Exception {
        var file = Path.of("../flink-conf/alerts.yaml").toRealPath();
        assertThat(options(Map.of("alerts", file.toUri().toString())).rules().rules())
                .hasSize(6);
    }

    @Test
    void aWrongRuleIsToldWithTheAddressOfItsFile() throws Exception {
        var file = Files.writeString(folder.resolve("mine.yaml"), "- id: high\n");
        var address = file.toUri().toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(Map.of("alerts", address)))
                .withMessageStartingWith(address + ", rule high: table is missing");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        var address = folder.resolve("none.yaml").toUri().toString();
        assertThatIOException()
                .isThrownBy(() -> options(Map.of("alerts", address)))
                .withMessageContaining("cannot read " + address);
    }

    private static AlertConfig options(Map<String, String> given) throws IOException {
        return AlertConfig.of(Configuration.fromMap(given));
    }
}
