package io.carriageway.camera.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.Rejection;
import io.carriageway.vision.PictureFault;
import io.carriageway.vision.inference.InferenceResult.InvalidAnswer;
import io.carriageway.vision.inference.InferenceResult.Poison;
import io.carriageway.vision.inference.InferenceResult.Refused;
import io.carriageway.vision.inference.InferenceResult.Unreadable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InferenceRejectionTest {

    @Test
    void aPictureThatCannotBeReadIsRefusedByItsFault() {
        for (var fault : PictureFault.values()) {
            assertThat(why(new Unreadable(fault, "byte 7"))).isEqualTo(new Rejection(fault.text(), "byte 7"));
        }
    }

    @Test
    void numbersThatAreNoAnswerSayWhichOnes() {
        assertThat(why(new InvalidAnswer("a score of NaN")))
                .isEqualTo(new Rejection("model-answer-invalid", "a score of NaN"));
    }

    @Test
    void aPictureThatHangsWorkersSaysHowManyAndForHowLong() {
        assertThat(why(new Poison(3)))
                .isEqualTo(new Rejection(
                        "inference-hangs", "detection took longer than PT20S on each of 3 fresh workers"));
    }

    private static Rejection why(Refused result) {
        return InferenceRejection.of(result, Duration.ofSeconds(20));
    }
}
