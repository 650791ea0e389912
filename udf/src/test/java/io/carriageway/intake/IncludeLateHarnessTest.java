package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class IncludeLateHarnessTest {

    private static final TypeInformation<ReceivedEvent<String>> TYPE = TypeInformation.of(new TypeHint<>() {});

    private record Input(boolean late, ReceivedEvent<String> event) {}

    @Test
    void aLateEventCountsOnceAndOnlyWhereNoneWasAccepted() throws Exception {
        var inputs = List.of(
                accepted("a", 0, 1),
                late("a", 0, 7),
                late("b", 1, 9),
                late("b", 1, 4),
                late("b", 1, 12),
                accepted("c", 0, 2));
        var wanted = List.of(event("a", 0, 1), event("b", 1, 4), event("c", 0, 2));
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = new ArrayList<>(inputs);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(results(shuffled)).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private static List<ReceivedEvent<String>> results(List<Input> inputs) throws Exception {
        try (var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new IncludeLate<>(TYPE)),
                ReceivedEvent<String>::event,
                ReceivedEvent<String>::event,
                Types.STRING)) {
            harness.open();
            for (var input : inputs) {
                if (input.late()) {
                    harness.processElement2(input.event(), 0);
                } else {
                    harness.processElement1(input.event(), 0);
                }
            }
            harness.processBothWatermarks(Watermark.MAX_WATERMARK);
            return harness.extractOutputValues();
        }
    }

    private static Input accepted(String identity, int partition, long offset) {
        return new Input(false, event(identity, partition, offset));
    }

    private static Input late(String identity, int partition, long offset) {
        return new Input(true, event(identity, partition, offset));
    }

    private static ReceivedEvent<String> event(String identity, int partition, long offset) {
        return new ReceivedEvent<>(new RecordOrigin("topic", partition, offset, 0), identity, null);
    }
}
