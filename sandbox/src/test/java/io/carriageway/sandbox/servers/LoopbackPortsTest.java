package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void aFreePortCanBeBoundAndIsNotOneThatOutgoingConnectionsGet() throws Exception {
        var port = LoopbackPorts.pick("KAFKA_PORT", 0);
        assertThat(port).isBetween(20_000, 31_999);
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void aTakenPortIsRefusedWithTheNameToSetItBy() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPorts.pick("KAFKA_PORT", taken.getLocalPort()))
                    .hasMessage(
                            "Port %d is taken: set KAFKA_PORT to another one, or unset it for a free one.",
                            taken.getLocalPort());
        }
    }
}
