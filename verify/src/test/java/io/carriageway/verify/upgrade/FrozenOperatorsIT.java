package io.carriageway.verify.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.trial.TrialJob;
import java.nio.file.Files;
import java.util.ArrayList;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that operators keep the uids that savepoints of older versions contain. */
@ExtendWith(SandboxExtension.class)
class FrozenOperatorsIT {

    private static final long SEED = 11;

    @Test
    void theOperatorsAreThoseOfTheCommittedList(Sandbox sandbox) throws Exception {
        var operators = new ArrayList<String>();
        for (var job : TrialJob.all()) {
            var trial = job.trial(sandbox, "operators_" + job, SEED);
            var plan = trial.plan();
            assertUidsAreNames(plan);
            // sources are named after topics, which here contain the name of the run
            OperatorList.of(job.toString(), plan)
                    .forEach(
                            line -> operators.add(line.replace("-" + trial.run().name(), "")));
        }
        assertThat(operators)
                .as(
                        """
                        the operators are not those of verify/src/test/resources/operators.txt.
                        A running job is upgraded by a savepoint, in which state is found by uid. State of a uid that is
                        gone or renamed finds no operator: the new version does not start from the savepoint; with
                        --allowNonRestoredState it does, and loses open windows, or, for a source, its offsets.
                        Give the operator its uid back. Where it must go, say in docs/upgrades.md how to upgrade without
                        its state, and then change the list. A new operator is a new line.""")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(TestData.resource("operators.txt")));
    }

    private static void assertUidsAreNames(StreamGraph plan) {
        assertThat(plan.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(OperatorList.name(node)));
    }
}
