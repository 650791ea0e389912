package io.carriageway.verify.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.oracle.Topic.Sent;
import org.junit.jupiter.api.Test;

class PoisonBurstTest {

    private static final long ARRIVAL = 1_780_315_200_000L;

    @Test
    void everyKindOfATopicComesInTurnWithTheReasonOfItsRejection() {
        var burst = PoisonBurst.of("weather-run");
        var records = burst.next(burst.size(), ARRIVAL);
        assertThat(records)
                .hasSizeGreaterThan(15)
                .allMatch(record -> record.defect() != null)
                .allMatch(record -> record.timestampMillis() == ARRIVAL
                        || record.timestampMillis() == 0 && record.defect().equals("time-out-of-range"))
                .extracting(Sent::defect)
                .contains("corrupt", "key-mismatch", "id-invalid", "too-old", "position-zero");
        assertThat(burst.next(1, ARRIVAL))
                .extracting(Sent::defect)
                .containsExactly(records.get(0).defect());
    }

    @Test
    void aTopicThatNoDeviceFillsGetsWhatIsNoEvent() {
        assertThat(PoisonBurst.of("detection-run").next(2, ARRIVAL))
                .extracting(Sent::defect)
                .containsExactly("wrong-magic", "wrong-magic");
    }
}
