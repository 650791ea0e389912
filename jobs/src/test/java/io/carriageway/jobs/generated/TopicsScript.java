package io.carriageway.jobs.generated;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Generates the script that creates the topics of a broker in Docker. */
final class TopicsScript {

    static final Path FILE = Path.of("docker", "create-topics.sh");

    private TopicsScript() {}

    static String text() {
        return """
                #!/usr/bin/env bash
                # Makes the topics of the jobs that are not there yet; those that are stay as they are. Made by make docs.
                set -euo pipefail

                create() { # name timestamps
                    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic "$1" \\
                        --partitions "$TOPIC_PARTITIONS" --config "message.timestamp.type=$2"
                }

                for topic in %s; do
                    create "$topic" "$INPUT_TIMESTAMPS"
                done
                # a detection has the arrival of its frame, by which a replay finds it
                for topic in %s; do
                    create "$topic" CreateTime
                done
                # their records have times of old events too, by which the broker would delete them at once
                for topic in alert dead-letter; do
                    create "$topic" LogAppendTime
                done
                """
                .formatted(names(Suite.owned()), names(Suite.published()));
    }

    private static String names(List<EventTopic<?, ?>> topics) {
        return topics.stream().map(EventTopic::name).collect(Collectors.joining(" "));
    }
}
