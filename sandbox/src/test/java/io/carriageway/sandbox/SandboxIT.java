package io.carriageway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SandboxIT {
    @Test
    void theLogNamesNoSecret(Sandbox sandbox) throws Exception {
        var log = Files.readString(Path.of(System.getProperty("log.file")));
        assertThat(log).contains("Kafka is up", "The database is up", "S3 is up", "Flink is up");
        assertThat(log)
                .doesNotContain(sandbox.jdbcPassword())
                .doesNotContain(sandbox.s3().secretKey());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisJvmListensOnTheLoopbackAddressOnly(Sandbox sandbox) throws Exception {
        var listening = ListeningSockets.ofThisProcess();
        assertThat(listening)
                .extracting(InetSocketAddress::getPort)
                .contains(
                        URI.create("kafka://" + sandbox.kafkaBootstrap()).getPort(),
                        sandbox.s3().endpoint().getPort(),
                        URI.create(sandbox.flinkUrl()).getPort());
        assertThat(listening)
                .allSatisfy(socket -> assertThat(socket.getAddress().isLoopbackAddress())
                        .as("%s is loopback", socket)
                        .isTrue());
    }
}
