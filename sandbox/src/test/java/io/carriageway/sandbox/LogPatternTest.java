package io.carriageway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log messages cannot forge a line or control the terminal that shows them. */
class LogPatternTest {

    private static final String HOSTILE = "key 'a\r\n2026 ERROR forged\u001b[2J\u009b\u0007\u2028\u202e'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../flink-conf/log4j.properties",
                "../flink-conf/log4j-console.properties",
                "../flink-conf/log4j-cli.properties",
                "src/main/resources/log4j2.xml"
            })
    void controlCharactersAreEscaped(String file, @TempDir Path folder) throws IOException {
        var before = System.setProperty("log.file", folder.resolve("log").toString());
        try (var context = new LoggerContext("patterns")) {
            var source = ConfigurationSource.fromUri(Path.of(file).toUri());
            var configuration = ConfigurationFactory.getInstance().getConfiguration(context, source);
            configuration.initialize();
            assertThat(configuration.getAppenders()).isNotEmpty();
            assertThat(configuration.getAppenders().values()).allSatisfy(LogPatternTest::assertEscapes);
        } finally {
            restore(before);
        }
    }

    private static void restore(String logFile) {
        if (logFile == null) {
            System.clearProperty("log.file");
        } else {
            System.setProperty("log.file", logFile);
        }
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

    private static String written(Appender appender, Throwable thrown) {
        var event = Log4jLogEvent.newBuilder()
                .setLevel(Level.WARN)
                .setLoggerName("io.carriageway.Test")
                .setMessage(new SimpleMessage(HOSTILE))
                .setThrown(thrown)
                .build();
        return new String(appender.getLayout().toByteArray(event), StandardCharsets.UTF_8);
    }
}
