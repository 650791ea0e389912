package io.carriageway.jobs.io.kafka;

import java.util.List;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at a job's start whose clock a topic's arrival times come from, since lateness and watermarks go by it. */
final class TopicClock {

    private static final Logger LOG = LoggerFactory.getLogger(TopicClock.class);

    private TopicClock() {}

    /** Logs the topic's timestamp type; fails where the broker does not answer or does not know the topic. */
    static void report(String bootstrap, String topic) throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var type = TopicAdmin.ask(bootstrap, topic, admin -> admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
                .value());
        if ("LogAppendTime".equals(type)) {
            LOG.info("Topic {}: arrival time is the broker's (LogAppendTime)", topic);
        } else {
            LOG.warn("Topic {}: arrival time is the producer's ({}); a production topic is LogAppendTime", topic, type);
        }
    }
}
