package io.carriageway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;
import org.apache.logging.log4j.core.Appender;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log messages cannot forge a line or control the terminal that shows them. */
class LogPatternTest {

    private static final String HOSTILE = "key 'a\r\n2026 ERROR forged\u001b[2J\u009b\u0007\u2028\u202e'";
    private static final String LOGGER = "io.carriageway.Test";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../flink-conf/log4j.properties",
                "../flink-conf/log4j-console.properties",
                "../flink-conf/log4j-cli.properties",
                "src/main/resources/log4j2.xml"
            })
    void controlCharactersAreEscaped(String file) throws Exception {
        try (var log = LogFile.read(file, properties("text"))) {
            assertThat(log.configuration().getAppenders()).isNotEmpty();
            assertThat(log.configuration().getAppenders().values()).allSatisfy(LogPatternTest::assertEscapes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../flink-conf/log4j.properties", "../flink-conf/log4j-console.properties"})
    void linesAreJsonIfThePropertySaysSo(String file) throws Exception {
        try (var log = LogFile.read(file, properties("json"))) {
            assertThat(log.configuration().getAppenders().values()).allSatisfy(LogPatternTest::assertJson);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../flink-conf/log4j.properties", "../flink-conf/log4j-console.properties"})
    void anUnknownLayoutIsText(String file) throws Exception {
        try (var log = LogFile.read(file, properties("xml"))) {
            assertThat(log.configuration().getAppenders().values()).allSatisfy(LogPatternTest::assertEscapes);
        }
    }

    private Map<String, String> properties(String layout) {
        return Map.of("log.file", folder.resolve("log").toString(), "carriageway.log.layout", layout);
    }

    private static void assertEscapes(Appender appender) {
        assertThat(written(appender, null))
                .as(appender.getName())
                .contains("key 'a\\r\\n2026 ERROR forged?[2J????'")
                .endsWith(System.lineSeparator())
                .hasLineCount(1);
        assertThat(written(appender, new IllegalStateException(HOSTILE)))
                .as(appender.getName())
                .doesNotContain("\u001b", "\u009b", "\u0007", "\u2028", "\u202e")
                .doesNotContainPattern("(?s)IllegalStateException.*IllegalStateException");
    }

    private static void assertJson(Appender appender) throws Exception {
        var line = written(appender, new IllegalStateException("disk \"full\" " + HOSTILE));
        assertThat(line)
                .as(appender.getName())
                .endsWith(System.lineSeparator())
                .hasLineCount(1)
                .doesNotContain("\u001b", "\u009b", "\u0007", "\u2028", "\u202e");
        var fields = new JsonMapper().readTree(line);
        assertThat(fields.get("time").asText()).endsWith("Z");
        assertThat(fields.get("level").asText()).isEqualTo("WARN");
        assertThat(fields.get("logger").asText()).isEqualTo(LOGGER);
        assertThat(fields.get("thread").asText()).isEqualTo("main");
        assertThat(fields.get("job").asText()).isEmpty();
        assertThat(fields.get("message").asText()).startsWith("key 'a\r\n2026 ERROR forged");
        assertThat(fields.get("exception").asText())
                .startsWith("java.lang.IllegalStateException: disk \"full\" key")
                .contains("\n\tat io.carriageway.sandbox.LogPatternTest");
        assertThat(new JsonMapper()
                        .readTree(written(appender, null))
                        .get("exception")
                        .asText())
                .isEmpty();
    }

    private static String written(Appender appender, Throwable thrown) {
        return LogFile.written(appender, LogFile.warning(LOGGER, HOSTILE, thrown));
    }
}
