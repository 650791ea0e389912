package io.carriageway.vision.inference;

import static io.carriageway.vision.ScriptedDetectors.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.ScriptedDetectors;
import io.carriageway.vision.model.ModelRefusedException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class InferencePoolsTest {

    private static final String MODEL = "scripted@000000000000";

    private static InferencePools pools() throws IOException {
        return new InferencePools(ModelSchedule.always(new ScriptedDetectors()), 1, 60_000, 1);
    }

    /** Submits the same picture of each camera, without a valid answer. */
    private static CompletableFuture<InferenceResult> none(InferencePools pools, int camera)
            throws InterruptedException {
        return pools.submit(MODEL, picture("none of camera " + camera));
    }

    @Test
    void fiftyInvalidAnswersFromTheStartOnEndTheJobForGoodAndSayThatTheModelIsWrong() throws Exception {
        try (var pools = pools()) {
            for (int answer = 1; answer < ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(pools, answer).get()).isEqualTo(new InferenceResult.InvalidAnswer("a score of NaN"));
            }
            assertThatThrownBy(() -> none(pools, 0).get())
                    .cause()
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .hasMessageContainingAll(
                            MODEL, "first 50 different pictures", "the model is wrong", "a score of NaN");
        }
    }

    @Test
    void aValidAnswerShowsThatTheModelIsRightAndAPictureThatCannotBeReadShowsNothing() throws Exception {
        try (var pools = pools()) {
            pools.submit(MODEL, picture("car")).get();
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(pools, answer).get()).isInstanceOf(InferenceResult.InvalidAnswer.class);
            }
        }
        try (var pools = pools()) {
            pools.submit(MODEL, picture("html")).get();
            for (int answer = 1; answer < ModelTrial.INVALID_ANSWERS; answer++) {
                none(pools, answer).get();
            }
            assertThatThrownBy(() -> none(pools, 0).get()).hasCauseInstanceOf(SuppressRestartsException.class);
        }
    }

    @Test
    void aCameraThatSendsOnePictureAgainAndAgainDoesNotEndTheJob() throws Exception {
        try (var pools = pools()) {
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(pools, answer % 3).get()).isInstanceOf(InferenceResult.InvalidAnswer.class);
            }
        }
    }

    @Test
    void aRunThatFailsIsNoVerdict() throws Exception {
        try (var pools = pools()) {
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThatThrownBy(() -> pools.submit(MODEL, picture("fail")).get())
                        .hasRootCauseInstanceOf(IllegalStateException.class)
                        .hasRootCauseMessage("inference failed");
            }
        }
    }

    private record Refusing(IOException refusal) implements DetectorFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public String modelId() {
            return MODEL;
        }

        @Override
        public Detector open() throws IOException {
            throw refusal;
        }
    }

    /** An unavailable bucket may answer after a restart; a refused model is refused again. */
    @Test
    void aRefusedModelEndsTheJobForGoodAndOneThatCannotBeReadDoesNot() {
        var refusal = new ModelRefusedException("The model is none");
        assertThatThrownBy(() -> open(refusal))
                .isInstanceOf(SuppressRestartsException.class)
                .hasCause(refusal);
        var unavailable = new IOException("unavailable");
        assertThatThrownBy(() -> open(unavailable)).isSameAs(unavailable);
    }

    private static void open(IOException refusal) throws IOException {
        new InferencePools(ModelSchedule.always(new Refusing(refusal)), 1, 60_000, 1).close();
    }
}
