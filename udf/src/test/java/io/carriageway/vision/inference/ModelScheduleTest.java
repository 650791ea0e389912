package io.carriageway.vision.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.inference.ModelSchedule.Stage;
import java.time.Instant;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class ModelScheduleTest {

    private static final long SWAP = millis("2026-03-02T07:30:00Z");
    private static final long BACK = millis("2026-03-02T08:00:00Z");
    private static final ModelSchedule<String> A = ModelSchedule.always("A");
    private static final ModelSchedule<String> A_THEN_B = schedule("A", SWAP, "B");
    private static final ModelSchedule<String> A_B_A = schedule("A", SWAP, "B", BACK, "A");

    @Test
    void theNewModelCountsFromTheMinutesFirstMillisecondOn() {
        assertThat(A_THEN_B.at(SWAP - 1)).isEqualTo("A");
        assertThat(A_THEN_B.at(SWAP)).isEqualTo("B");
        assertThat(A_B_A.at(BACK - 1)).isEqualTo("B");
        assertThat(A_B_A.at(BACK)).isEqualTo("A");
        assertThat(A_B_A.at(Long.MIN_VALUE)).isEqualTo("A");
        assertThat(A_B_A.at(Long.MAX_VALUE)).isEqualTo("A");
    }

    @Test
    void aChangeWithinAMinuteOrBackInTimeIsNoSchedule() {
        assertThatThrownBy(() -> schedule("A", SWAP + 1, "B")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule("A", SWAP, "B", SWAP, "C")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule("A", BACK, "B", SWAP, "C")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelSchedule<>(List.of(new Stage<>(SWAP, "A"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelSchedule<String>(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstMinuteOfTwoModelsIsFoundWithinARangeThatIncludesItsEnds() {
        assertThat(A.firstDifference(A_THEN_B, SWAP - 600_000, SWAP - 1)).isEmpty();
        assertThat(A.firstDifference(A_THEN_B, SWAP - 600_000, SWAP)).hasValue(SWAP);
        assertThat(A_THEN_B.firstDifference(A, SWAP - 600_000, SWAP)).hasValue(SWAP);
        assertThat(A.firstDifference(A_THEN_B, SWAP + 5_000, BACK)).hasValue(SWAP);
        assertThat(A.firstDifference(A_B_A, BACK, BACK + 600_000)).isEmpty();
        assertThat(A_THEN_B.firstDifference(A_B_A, SWAP, BACK + 600_000)).hasValue(BACK);
    }

    @Test
    void aScheduleIsContinuedByAnotherFromAMinuteOn() {
        assertThat(A.until(SWAP, ModelSchedule.always("B"))).isEqualTo(A_THEN_B);
        assertThat(A.until(SWAP, A_B_A)).isEqualTo(A_B_A);
        assertThat(A_THEN_B.until(SWAP, ModelSchedule.always("C"))).isEqualTo(schedule("A", SWAP, "C"));
        assertThat(A.until(SWAP, A)).isEqualTo(A);
    }

    @Test
    void whatIsOverIsLeftOut() {
        assertThat(A_B_A.since(SWAP - 1)).isEqualTo(A_B_A);
        assertThat(A_B_A.since(SWAP)).isEqualTo(schedule("B", BACK, "A"));
        assertThat(A_B_A.since(BACK + 5_000)).isEqualTo(A);
    }

    @Test
    void aScheduleTravelsWithTheJob() throws Exception {
        assertThat(InstantiationUtil.clone(A_B_A)).isEqualTo(A_B_A);
    }

    private static ModelSchedule<String> schedule(String first, long from, String second) {
        return new ModelSchedule<>(List.of(new Stage<>(Long.MIN_VALUE, first), new Stage<>(from, second)));
    }

    private static ModelSchedule<String> schedule(String first, long from, String second, long then, String third) {
        return new ModelSchedule<>(
                List.of(new Stage<>(Long.MIN_VALUE, first), new Stage<>(from, second), new Stage<>(then, third)));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
