package io.carriageway.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/** A logging configuration of the repository, read with those system properties. */
record LogFile(LoggerContext context, Configuration configuration) implements AutoCloseable {

    static LogFile read(String file, Map<String, String> properties) throws Exception {
        properties.forEach(System::setProperty);
        try {
            var context = new LoggerContext(file);
            var source = ConfigurationSource.fromUri(Path.of(file).toUri());
            var configuration = ConfigurationFactory.getInstance().getConfiguration(context, source);
            configuration.initialize();
            return new LogFile(context, configuration);
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    static LogEvent warning(String logger, String message, Throwable thrown) {
        return Log4jLogEvent.newBuilder()
                .setLevel(Level.WARN)
                .setLoggerName(logger)
                .setThreadName("main")
                .setMessage(new SimpleMessage(message))
                .setThrown(thrown)
                .build();
    }

    static String written(Appender appender, LogEvent event) {
        return new String(appender.getLayout().toByteArray(event), StandardCharsets.UTF_8);
    }

    boolean passes(LogEvent event) {
        var logger = configuration.getLoggerConfig(event.getLoggerName());
        var filter = Optional.ofNullable(logger.getFilter());
        return logger.getLevel().isLessSpecificThan(event.getLevel())
                && filter.map(f -> f.filter(event)).orElse(Filter.Result.NEUTRAL) != Filter.Result.DENY;
    }

    @Override
    public void close() {
        context.close();
    }
}
