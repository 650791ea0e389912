package io.carriageway.verify.chaos.mini;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.trial.TrialJob;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {

    @Test
    void aSeedIsAlwaysTheSamePlan() {
        assertThat(ChaosPlan.of(7)).isEqualTo(ChaosPlan.of(7)).isNotEqualTo(ChaosPlan.of(12));
    }

    @Test
    void tenSeedsOfEachJobMeetEveryFaultInIt() {
        for (var job : TrialJob.all()) {
            assertThat(LongStream.rangeClosed(1, 10L * TrialJob.all().size())
                            .mapToObj(ChaosPlan::of)
                            .filter(plan -> plan.job() == job)
                            .flatMap(plan -> plan.steps().stream())
                            .map(ChaosPlan.Step::fault))
                    .as("faults of " + job)
                    .contains(Fault.values());
        }
    }
}
