package io.carriageway.sandbox.demo.totals;

import io.carriageway.event.DeadLetter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** The rejected records of all topics, each once: topic dead-letter holds them at least once. */
public final class DeadLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private DeadLetters() {}

    public static long count(String bootstrap) {
        var records = new HashSet<List<Object>>();
        try (var letters = new TopicReader<>(bootstrap, Topics.DEAD_LETTER, DeadLetter.class)) {
            while (!letters.atEnd()) {
                letters.next(PATIENCE)
                        .forEach(letter ->
                                records.add(List.of(letter.getTopic(), letter.getPartition(), letter.getOffset())));
            }
        }
        return records.size();
    }
}
