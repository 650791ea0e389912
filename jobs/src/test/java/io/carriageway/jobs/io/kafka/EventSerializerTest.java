package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.DeadLetter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private final EventSerializer<DeadLetter, DeadLetter> serializer = new EventSerializer<>(
            "dead-letter",
            EventForm.of(
                    DeadLetter.class,
                    letter -> "key",
                    letter -> letter.getArrivalTime().toEpochMilli(),
                    1_000));

    @Test
    void aRecordHasTheTimeOfItsElement() {
        assertThat(timestamp(1_700_000_000_000L)).isEqualTo(1_700_000_000_000L);
    }

    private long timestamp(long arrivalMillis) {
        serializer.open(null, null);
        var letter = new DeadLetter("t", 0, 0L, Instant.ofEpochMilli(arrivalMillis), "future", "", null, null, 0);
        return serializer.serialize(letter, null, null).timestamp();
    }
}
