package io.carriageway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void noServerIsReachedFromOutsideThisMachine(Sandbox sandbox) throws Exception {
        var kafka = URI.create("kafka://" + sandbox.kafkaBootstrap()).getPort();
        var flink = URI.create(sandbox.flinkUrl()).getPort();
        for (var port : List.of(kafka, sandbox.s3().endpoint().getPort(), flink)) {
            for (var address : outsideAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port).close())
                        .as("%s:%d", address, port)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static List<InetAddress> outsideAddresses() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}
