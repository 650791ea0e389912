package io.carriageway.verify.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.trial.TrialJob;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that this version restores state of other versions. This version fills topics, tables and lake as they were
 * when the savepoint was made. Then the job resumes from that savepoint, and the result is compared with the oracle of
 * the whole input.
 */
@ExtendWith(SandboxExtension.class)
class SavepointRestoreIT {

    private static final int PARALLELISM = 1;

    @ParameterizedTest
    @MethodSource("io.carriageway.verify.trial.TrialJob#all")
    void aJobGoesOnFromTheCommittedSavepointAsIfItHadBeenItsOwn(TrialJob job, Sandbox sandbox, @TempDir Path folder)
            throws Exception {
        var trial = HalfWay.of(sandbox, job).trial();

        SavepointFile.unpack(TestData.resource("savepoints/%s.zip".formatted(job)), folder);
        var id = trial.resume(PARALLELISM, folder.toUri().toString());
        trial.send(1, HalfWay.PARTS);
        trial.settle(id);
        trial.run().drain(id);

        assertThat(trial.run().lateRecordsDropped(id)).isZero();
        trial.judge();
    }
}
