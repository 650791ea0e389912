package io.carriageway.jobs.camera;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.intake.Rejection;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.jobs.replay.Replay.Input;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RefusedFramesTest {

    private static final String GONE = "picture-not-found";
    private static final String UNREADABLE = "picture-truncated";

    @Test
    void aFrameWhosePictureIsGoneEndsTheRunAndSaysWhich() {
        for (var input : Input.values()) {
            assertThatThrownBy(() -> refuse(replay(input, false, false), GONE))
                    .hasRootCauseMessage(
                            "A frame of the range cannot be examined again, that at partition 1, offset 7 of topic"
                                    + " camera: no object there (picture-not-found). With --allow-gaps true and"
                                    + " --mysql.schema the run leaves such frames out");
            assertThatThrownBy(() -> refuse(replay(input, false, false), "picture-denied"))
                    .hasStackTraceContaining("cannot be examined again");
            assertThatCode(() -> refuse(replay(input, true, false), GONE)).doesNotThrowAnyException();
        }
    }

    @Test
    void whatTheLiveRunRefusedTooIsNoGap() {
        assertThatCode(() -> refuse(replay(Input.KAFKA, false, false), UNREADABLE))
                .doesNotThrowAnyException();
        assertThatCode(() -> refuse(replay(Input.LAKE, false, true), UNREADABLE))
                .as("no model examined a late frame before")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> refuse(replay(Input.LAKE, false, false), UNREADABLE))
                .as("the lake's frames were accepted")
                .hasStackTraceContaining(UNREADABLE);
    }

    private static void refuse(Replay replay, String reason) throws Exception {
        try (var frames =
                new OneInputStreamOperatorTestHarness<>(new StreamFlatMap<>(new RefusedFrames(replay)), 1, 1, 0)) {
            frames.open();
            var rejection = new Rejection(reason, "no object there");
            frames.processElements(
                    List.of(new StreamRecord<>(new Rejected(new RecordOrigin("camera", 1, 7, 0), rejection, null))));
        }
    }

    private static Replay replay(Input input, boolean gapsAllowed, boolean includesLate) {
        var from = Instant.parse("2026-07-01T12:00:00Z");
        return new Replay(
                input, from, from.plusSeconds(60), RuntimeExecutionMode.BATCH, gapsAllowed, includesLate, true);
    }
}
