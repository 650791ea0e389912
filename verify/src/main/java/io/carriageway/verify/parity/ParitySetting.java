package io.carriageway.verify.parity;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Topic;
import java.nio.file.Path;
import java.util.Map;

/**
 * What all runs share: topics, roads, cameras, and the place of the live run's lake.
 *
 * @param name prefix of topics and databases
 * @param network the file of the roads
 */
record ParitySetting(Sandbox sandbox, String name, Path network, Map<String, String> carriagewayWktByCamera) {

    static final String LIVE = "live";

    /** The name of the run's topic for a topic of the suite. */
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
