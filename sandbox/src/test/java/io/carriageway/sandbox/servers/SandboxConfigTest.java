package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxConfigTest {
    @Test
    void anEmptyEnvironmentMeansFreePortsOwnDatabaseAndNoDataLeftBehind() {
        var options = SandboxConfig.fromEnvironment(Map.of());
        assertThat(options.kafkaPort()).isZero();
        assertThat(options.mysqlPort()).isZero();
        assertThat(options.s3Port()).isZero();
        assertThat(options.flinkPort()).isZero();
        assertThat(options.keepData()).isFalse();
        assertThat(options.externalDatabase()).isEmpty();
        assertThat(options.cache()).isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "carriageway"));
    }

    @Test
    void everyPortIsChosenByItsOwnVariable() {
        var options = SandboxConfig.fromEnvironment(
                Map.of("KAFKA_PORT", "1", "MYSQL_PORT", "2", "S3_PORT", "3", "FLINK_PORT", "4"));
        assertThat(options.kafkaPort()).isEqualTo(1);
        assertThat(options.mysqlPort()).isEqualTo(2);
        assertThat(options.s3Port()).isEqualTo(3);
        assertThat(options.flinkPort()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65536", "kafka"})
    void whatIsNoPortIsRefusedByName(String text) {
        assertThatThrownBy(() -> SandboxConfig.fromEnvironment(Map.of("S3_PORT", text)))
                .hasMessage("S3_PORT=" + text + " is not a port");
    }

    @Test
    void theOwnCacheVariableGoesBeforeTheUsersCache() {
        var both = Map.of("CARRIAGEWAY_CACHE", "/own", "XDG_CACHE_HOME", "/users");
        assertThat(SandboxConfig.fromEnvironment(both).cache()).isEqualTo(Path.of("/own"));
        assertThat(SandboxConfig.fromEnvironment(Map.of("XDG_CACHE_HOME", "/users"))
                        .cache())
                .isEqualTo(Path.of("/users/carriageway"));
    }
}
