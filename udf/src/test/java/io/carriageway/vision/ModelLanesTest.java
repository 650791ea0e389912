package io.carriageway.vision;

import static io.carriageway.vision.ScriptedDetectors.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.model.ModelRefusedException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

class ModelLanesTest {

    private static final String MODEL = "scripted@000000000000";

    private static ModelLanes lanes() throws IOException {
        return new ModelLanes(ModelSchedule.always(new ScriptedDetectors()), 1, 60_000, 1);
    }

    /** A picture of each camera alike, without an answer. */
    private static CompletableFuture<LaneResult> none(ModelLanes lanes, int camera) throws InterruptedException {
        return lanes.submit(MODEL, picture("none of camera " + camera));
    }

    @Test
    void fiftyInvalidAnswersFromTheStartOnEndTheJobForGoodAndSayThatTheModelIsWrong() throws Exception {
        try (var lanes = lanes()) {
            for (int answer = 1; answer < ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(lanes, answer).get()).isEqualTo(new LaneResult.InvalidAnswer("a score of NaN"));
            }
            assertThatThrownBy(() -> none(lanes, 0).get())
                    .cause()
                    .isInstanceOf(SuppressRestartsException.class)
                    .rootCause()
                    .hasMessageContainingAll(
                            MODEL, "first 50 different pictures", "the model is wrong", "a score of NaN");
        }
    }

    @Test
    void aValidAnswerShowsThatTheModelIsRightAndAPictureThatCannotBeReadShowsNothing() throws Exception {
        try (var lanes = lanes()) {
            lanes.submit(MODEL, picture("car")).get();
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(lanes, answer).get()).isInstanceOf(LaneResult.InvalidAnswer.class);
            }
        }
        try (var lanes = lanes()) {
            lanes.submit(MODEL, picture("html")).get();
            for (int answer = 1; answer < ModelTrial.INVALID_ANSWERS; answer++) {
                none(lanes, answer).get();
            }
            assertThatThrownBy(() -> none(lanes, 0).get()).hasCauseInstanceOf(SuppressRestartsException.class);
        }
    }

    @Test
    void aCameraThatSendsOnePictureAgainAndAgainDoesNotEndTheJob() throws Exception {
        try (var lanes = lanes()) {
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThat(none(lanes, answer % 3).get()).isInstanceOf(LaneResult.InvalidAnswer.class);
            }
        }
    }

    @Test
    void aRunThatFailsIsNoVerdict() throws Exception {
        try (var lanes = lanes()) {
            for (int answer = 0; answer < 2 * ModelTrial.INVALID_ANSWERS; answer++) {
                assertThatThrownBy(() -> lanes.submit(MODEL, picture("fail")).get())
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
        new ModelLanes(ModelSchedule.always(new Refusing(refusal)), 1, 60_000, 1).close();
    }
}
