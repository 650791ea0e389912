package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.camera.CameraRules;
import io.carriageway.event.CameraFrame;
import io.carriageway.schemas.RegisteredSchema;
import io.carriageway.schemas.WriterSchemas;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class RegistryWaitHarnessTest {

    /** A registry that has been unavailable for {@code waiting}. */
    private record Away(Duration waiting) implements WriterSchemas {
        @Override
        public RegisteredSchema byId(int id) {
            throw new UnsupportedOperationException();
        }
    }

    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();

    @Test
    void howLongTheRegistryIsWaitedForIsAMetric() throws Exception {
        try (var intake = intake(new Away(Duration.ofSeconds(7)))) {
            intake.open();

            assertThat(((Gauge<?>) metrics.get("registryWaitSeconds")).getValue())
                    .isEqualTo(7L);
        }
    }

    private OneInputStreamOperatorTestHarness<RawRecord, ReceivedEvent<CameraFrame>> intake(WriterSchemas schemas)
            throws Exception {
        var aside = IntakeOutputs.of(TypeInformation.of(new TypeHint<ReceivedEvent<CameraFrame>>() {}));
        var task = new InterceptingTaskMetricGroup() {
            @Override
            public InternalOperatorMetricGroup getOrAddOperator(
                    OperatorID id, String name, Map<String, String> variables) {
                return metrics;
            }
        };
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new Intake<>(new CameraRules(Set.of()), Frames.LIMITS, schemas, aside)),
                MockEnvironment.builder().setMetricGroup(task).build());
    }
}
