package io.carriageway.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IgnoreIdlenessHarnessTest {

    @Test
    void whoeverIsBehindItHearsOfTimeAndNeverOfIdleness() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new IgnoreIdleness<String>())) {
            harness.open();
            harness.processElement(new StreamRecord<>("a", 5));
            harness.processWatermark(4);
            harness.processWatermarkStatus(WatermarkStatus.IDLE);
            harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
            harness.processElement(new StreamRecord<>("b", 9));
            harness.processWatermark(8);

            assertThat(harness.getOutput())
                    .containsExactly(
                            new StreamRecord<>("a", 5), new Watermark(4), new StreamRecord<>("b", 9), new Watermark(8));
        }
    }
}
