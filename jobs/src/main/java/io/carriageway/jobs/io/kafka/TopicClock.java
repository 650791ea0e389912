package io.carriageway.jobs.io.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at a job's start whose clock a topic's arrival times come from, since lateness and watermarks go by it. */
final class TopicClock {

    private static final Logger LOG = LoggerFactory.getLogger(TopicClock.class);
    private static final String TIMEOUT_MILLIS = "15000";

    private TopicClock() {}

    /** Logs the topic's timestamp type; fails where the broker does not answer or does not know the topic. */
    static void report(String bootstrap, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (var admin = Admin.create(settings)) {
            var type = admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
                    .value();
            if ("LogAppendTime".equals(type)) {
                LOG.info("Topic {}: arrival time is the broker's (LogAppendTime)", topic);
            } else {
                LOG.warn(
                        "Topic {}: arrival time is the producer's ({}); a production topic is LogAppendTime",
                        topic,
                        type);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "cannot read topic %s at %s; is the broker up, and the topic created? (%s)"
                            .formatted(topic, bootstrap, e.getCause().getMessage()),
                    e.getCause());
        }
    }
}
