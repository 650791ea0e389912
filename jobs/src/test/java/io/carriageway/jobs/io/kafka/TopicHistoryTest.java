package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.kafka.ArrivalRange.Demand;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicHistoryTest {

    private static final long NONE = PartitionHistory.NONE;
    private static final ArrivalRange RANGE = new ArrivalRange(
            Instant.parse("2026-07-01T12:08:00Z"),
            Instant.parse("2026-07-01T12:19:00Z"),
            Instant.parse("2026-07-01T12:50:05Z"),
            Demand.RECORDS);

    private static final PartitionHistory WHOLE = new PartitionHistory(0, 100, 900, 300, 400, 700);

    @Test
    void aTopicThatBeginsBeforeTheRangeAndGoesOnAfterItHasNoGap() {
        assertThat(gaps(WHOLE)).isEmpty();
    }

    @Test
    void aTopicFromWhichNothingWasEverDeletedMayBeginInTheRange() {
        assertThat(gaps(new PartitionHistory(0, 0, 900, 0, 0, 700))).isEmpty();
    }

    @Test
    void aPartitionThatBeginsInTheRangeAfterADeletionIsNamed() {
        assertThat(gaps(WHOLE, new PartitionHistory(1, 100, 900, 100, 200, 700)))
                .singleElement()
                .asString()
                .contains("partitions [1] begin later", "2026-07-01T12:08:00Z");
    }

    @Test
    void aPartitionOfWhichAllWasDeletedIsNamed() {
        assertThat(gaps(WHOLE, new PartitionHistory(1, 900, 900, NONE, NONE, NONE)))
                .singleElement()
                .asString()
                .contains("partitions [1] begin later");
    }

    @Test
    void aTopicWithoutARecordInTheRangeIsAGap() {
        assertThat(gaps(new PartitionHistory(0, 0, 900, 500, 500, 500)))
                .containsExactly(
                        "topic weather has no record that arrived from 2026-07-01T12:19:00Z to 2026-07-01T12:50:05Z");
    }

    @Test
    void aTopicThatHasNotComeToTheEndOfTheRangeIsAGap() {
        assertThat(gaps(new PartitionHistory(0, 0, 900, 500, 500, NONE)))
                .singleElement()
                .asString()
                .contains("may still come");
    }

    @Test
    void aTopicOfRareEventsMayBeSilentButNotShortened() {
        var history = new TopicHistory(
                "accident",
                List.of(
                        new PartitionHistory(0, 0, 900, 500, 500, NONE),
                        new PartitionHistory(1, 100, 900, 100, 200, NONE)));
        assertThat(history.gaps(RANGE.ofRareEvents()))
                .singleElement()
                .asString()
                .contains("partitions [1] begin later");
    }

    @Test
    void onePartitionMayBeSilentInTheRangeAndAfterIt() {
        assertThat(gaps(WHOLE, new PartitionHistory(1, 0, 0, NONE, NONE, NONE))).isEmpty();
    }

    private static List<String> gaps(PartitionHistory... partitions) {
        return new TopicHistory("weather", List.of(partitions)).gaps(RANGE);
    }
}
