package io.carriageway.verify.parity;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Topic;
import java.nio.file.Path;
import java.util.Map;

/**
 * What all runs have in common: the topics, the roads, the cameras and where the live run's lake is.
 *
 * @param name with which topics and databases begin
 * @param network the file of the roads
 */
record ParitySetting(Sandbox sandbox, String name, Path network, Map<String, String> carriagewayWktByCamera) {

    static final String LIVE = "live";

    /** The name of the topic that the design calls so. */
    String topic(String topic) {
        return topic + "-" + name;
    }

    Topic at(String topic) {
        return new Topic(sandbox.kafkaBootstrap(), topic(topic));
    }

    String group(CityJob job) {
        return name + "-" + job;
    }

    String liveLake() {
        return sandbox.s3().uri("%s_%s/lake".formatted(name, LIVE));
    }
}
