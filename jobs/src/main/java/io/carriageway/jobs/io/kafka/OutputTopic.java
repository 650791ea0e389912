package io.carriageway.jobs.io.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Checks at a job's start whether a topic accepts what the job may send. A record that the broker refuses would stop
 * the job after each restart.
 */
final class OutputTopic {

    private static final String BEFORE_KAFKA_3_6 = "message.timestamp.difference.max.ms";

    private OutputTopic() {}

    /**
     * Fails if the broker does not answer or does not know the topic; if its limit of bytes is too low; if it refuses
     * old records, or records as far ahead as the inputs accept, because output records have the times of their events;
     * and if it replaces timestamps that readers use.
     *
     * @param inputs topics that the job reads
     */
    static void requireRoom(KafkaClient client, String topic, RecordDemand records, InputTopics inputs) {
        var config = config(client, topic);
        requireTimes(topic, config, records.readByTime());
        requireAnyAge(topic, config);
        inputs.names().forEach(input -> requireAsFarAhead(topic, config, input, config(inputs.client(), input)));
        int recordBytes = records.largestBytes();
        long limit =
                Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        if (limit < recordBytes) {
            throw new IllegalStateException(
                    "topic %s takes records of at most %d bytes, but the job may send one of %d; set max.message.bytes of the topic to at least %d, as with kafka-configs.sh --alter --topic %s --add-config max.message.bytes=%d"
                            .formatted(topic, limit, recordBytes, recordBytes, topic, recordBytes));
        }
    }

    /**
     * Checks the timestamp type. With the broker's timestamps a reader would take delayed output for late, and a replay
     * would find nothing.
     */
    static void requireTimes(String topic, Config config, boolean readByTime) {
        if (readByTime && TopicClock.isOfBroker(config)) {
            throw new IllegalStateException(
                    "topic %s is LogAppendTime, but its readers use the times that the job gives its records; set message.timestamp.type=CreateTime"
                            .formatted(topic));
        }
    }

    private static void requireAnyAge(String topic, Config config) {
        var type = config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
        var age = Optional.ofNullable(config.get(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG))
                .orElseGet(() -> config.get(BEFORE_KAFKA_3_6));
        if (type.equals("CreateTime") && age != null && Long.parseLong(age.value()) < Long.MAX_VALUE) {
            throw new IllegalStateException(
                    "topic %s refuses records that are older than %s ms (%s), but the job sends records with the times of their events; set message.timestamp.type=LogAppendTime, or %s=%d"
                            .formatted(topic, age.value(), age.name(), age.name(), Long.MAX_VALUE));
        }
    }

    /**
     * Checks the limit for future records. If the input accepts records farther ahead than this topic, their dead
     * letters could not be written.
     */
    static void requireAsFarAhead(String topic, Config config, String input, Config inputConfig) {
        long taken = TopicClock.farthestAheadMillis(inputConfig);
        long allowed = TopicClock.farthestAheadMillis(config);
        if (!TopicClock.isOfBroker(config) && allowed < taken) {
            throw new IllegalStateException(
                    "topic %1$s refuses records that are more than %2$d ms ahead (%3$s), but topic %4$s takes records up to %5$d ms ahead, and the job sends records with the same times; set %3$s of topic %4$s to %2$d or less, or that of topic %1$s to %5$d"
                            .formatted(
                                    topic, allowed, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, input, taken));
        }
    }

    private static Config config(KafkaClient client, String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return TopicAdmin.ask(client, topic, admin -> admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking about topic " + topic, e);
        }
    }
}
