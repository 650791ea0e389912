package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class FinalWatermarkOperatorHarnessTest {

    @Test
    void theLastWatermarkFollowsTheRecordsOfASourceThatFellSilent() throws Exception {
        var operator = new FinalWatermarkOperator<String>();
        try (var harness = new OneInputStreamOperatorTestHarness<>(operator)) {
            harness.open();
            harness.processElement(new StreamRecord<>("a", 5));
            harness.processWatermark(4);
            harness.processWatermarkStatus(WatermarkStatus.IDLE);
            ((StreamOperator<String>) operator).finish();

            assertThat(harness.getOutput())
                    .containsExactly(
                            new StreamRecord<>("a", 5),
                            new Watermark(4),
                            WatermarkStatus.IDLE,
                            WatermarkStatus.ACTIVE,
                            Watermark.MAX_WATERMARK);
        }
    }
}
