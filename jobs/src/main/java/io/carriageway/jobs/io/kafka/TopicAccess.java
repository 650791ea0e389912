package io.carriageway.jobs.io.kafka;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;

/** Checks before a job is submitted that it may use a topic. */
public final class TopicAccess {

    private TopicAccess() {}

    /**
     * Requires that the topic exists, and that the user may read it. Returns a warning if the topic accepts times of
     * the far future.
     */
    public static Optional<String> requireReadable(KafkaClient client, String topic) throws InterruptedException {
        require(client, topic, AclOperation.READ);
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return TopicClock.warning(TopicAdmin.ask(
                client,
                topic,
                admin -> admin.describeConfigs(List.of(resource)).all().get().get(resource)));
    }

    /** Requires that the topic exists, that the user may write to it, and that it accepts those records. */
    public static void requireWritable(KafkaClient client, String topic, RecordDemand records)
            throws InterruptedException {
        require(client, topic, AclOperation.WRITE);
        OutputTopic.requireRoom(client, topic, records, InputTopics.none());
    }

    private static void require(KafkaClient client, String topic, AclOperation right) throws InterruptedException {
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        var rights = TopicAdmin.ask(client, topic, admin -> admin.describeTopics(List.of(topic), options)
                .allTopicNames()
                .get()
                .get(topic)
                .authorizedOperations());
        // a broker without authorisation may name none
        if (rights != null && !rights.isEmpty() && !rights.containsAll(Set.of(right))) {
            throw new IllegalStateException(
                    "the user of %sclient.* may not %s topic %s at %s; grant %s on it (kafka-acls.sh --add --operation %s --topic %s)"
                            .formatted(
                                    client.prefix(),
                                    right == AclOperation.READ ? "read" : "write to",
                                    topic,
                                    client.bootstrap(),
                                    right,
                                    right,
                                    topic));
        }
    }
}
