package io.carriageway.jobs.io.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs at a job's start which clock a topic's arrival times come from, because lateness and watermarks depend on it.
 */
final class TopicClock {

    private static final Logger LOG = LoggerFactory.getLogger(TopicClock.class);

    /** Greatest plausible difference of clocks; a timestamp farther ahead is an error. */
    private static final Duration FARTHEST_AHEAD = Duration.ofHours(1);

    private TopicClock() {}

    /** Logs the origin of the arrival times; fails if the broker does not answer or does not know the topic. */
    static void report(KafkaClient client, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var settings = TopicAdmin.ask(
                client,
                topic,
                admin -> admin.describeConfigs(List.of(resource)).all().get().get(resource));
        LOG.info(
                "Topic {}: arrival time is the {}",
                topic,
                isOfBroker(settings) ? "broker's (LogAppendTime)" : "producer's (CreateTime)");
        warning(settings).ifPresent(warning -> LOG.warn("Topic {}: {}", topic, warning));
    }

    /**
     * Warns of a topic that accepts times of the far future. Times of a producer alone are no reason: topics of a
     * simulation, and those that a job writes with the times of its inputs, must have them.
     */
    static Optional<String> warning(Config settings) {
        if (farthestAheadMillis(settings) <= FARTHEST_AHEAD.toMillis()) {
            return Optional.empty();
        }
        var ahead = settings.get(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
        return Optional.of(
                ("arrival time is the producer's (CreateTime), and %s is %s, above 1 h: one record with a time of years"
                                + " ahead closes every window of its partition; set it to 3600000, or the topic to"
                                + " LogAppendTime")
                        .formatted(
                                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                                ahead == null ? "missing" : ahead.value()));
    }

    /** Whether the broker stamps the topic's records. */
    static boolean isOfBroker(Config settings) {
        return "LogAppendTime"
                .equals(settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value());
    }

    /**
     * Greatest time in milliseconds by which a record of the topic may be ahead of the broker's clock. Brokers before
     * Kafka 3.6 lack the setting and accept every time.
     */
    static long farthestAheadMillis(Config settings) {
        var ahead = settings.get(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
        return isOfBroker(settings) ? 0 : ahead == null ? Long.MAX_VALUE : Long.parseLong(ahead.value());
    }
}
