package io.carriageway.jobs.io.kafka;

import java.util.Collection;
import java.util.Set;

/** The topics that a job reads, which may be on another cluster than those that it writes. */
public record InputTopics(KafkaClient client, Collection<String> names) {

    /** The topics of a job that reads none. */
    public static InputTopics none() {
        return new InputTopics(null, Set.of());
    }
}
