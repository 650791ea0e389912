package io.carriageway.jobs.io.kafka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://registry:8081",
                "https://schemas.example/base/",
                "http://[::1]:8081",
                "http://[::1]",
                "http://a:1",
                "http://a:65535"
            })
    void anAddressOfHttpIsTaken(String address) {
        assertThat(of(address)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry:8081",
                "localhost:8081",
                "//registry:8081",
                "http:registry",
                "http://",
                "ftp://registry",
                "http://registry:0",
                "http://registry:65536",
                "http://registry:99999",
                "http://registry:",
                "http://registry:/base",
                "http://[::1]:",
                "http://a:8081,http://b:8081",
                "http://re gistry",
                "http://ana:hunter2@registry:8081",
                "http://registry:8081?key=hunter2",
                ""
            })
    void anyOtherFailsAtSubmissionWithoutBeingRepeated(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(address))
                .withMessageContaining("option --schema.registry.url")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aPasswordWithoutItsUserFailsAtSubmission() {
        var given = Map.of("schema.registry.url", "http://registry:8081", "schema.registry.password-file", "hunter2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaRegistry.of(Configuration.fromMap(given)))
                .withMessage(
                        "option --schema.registry.user is missing, whose password is in --schema.registry.password-file or in SCHEMA_REGISTRY_PASSWORD");
    }

    private static SchemaRegistry of(String address) {
        return SchemaRegistry.of(Configuration.fromMap(Map.of("schema.registry.url", address)));
    }
}
