package io.carriageway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Noise of libraries is left out of logs, and nothing else that they say. */
class LogFilterTest {

    private static final String METRICS = "org.apache.flink.metrics.MetricGroup";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../flink-conf/log4j.properties",
                "../flink-conf/log4j-console.properties",
                "src/main/resources/log4j2.xml"
            })
    void onlyTheMetricThatFlinkRegistersTwiceIsLeftOut(String file) throws Exception {
        try (var log = LogFile.read(file, logFile())) {
            assertThat(log.passes(LogFile.warning(METRICS, collision("pendingCommittables"), null)))
                    .isFalse();
            assertThat(log.passes(LogFile.warning(METRICS, collision("received"), null)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../flink-conf/log4j.properties", "../flink-conf/log4j-console.properties"})
    void anOutageOfKafkaIsLoggedTenTimesAtMost(String file) throws Exception {
        try (var log = LogFile.read(file, logFile())) {
            var refused = LogFile.warning("org.apache.kafka.clients.NetworkClient", "Connection to node 1 ...", null);
            assertThat(IntStream.range(0, 500).filter(attempt -> log.passes(refused)))
                    .hasSize(10);
        }
    }

    private Map<String, String> logFile() {
        return Map.of("log.file", folder.resolve("log").toString());
    }

    private static String collision(String metric) {
        return "Name collision: Group already contains a Metric with the name '%s'. Metric will not be reported."
                .formatted(metric);
    }
}
