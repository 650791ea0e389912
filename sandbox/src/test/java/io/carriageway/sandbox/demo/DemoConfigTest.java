package io.carriageway.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoConfigTest {

    @Test
    void withoutAVariableTheDemoRunsUntilCtrlCWithTheEmbeddedModelAndKeepsNothing() {
        var options = DemoConfig.fromEnvironment(Map.of());

        assertThat(options.life()).isEmpty();
        assertThat(options.model()).isEmpty();
        assertThat(options.keepData()).isFalse();
    }

    @Test
    void theVariablesSetDurationModelAndKeeping() {
        var options = DemoConfig.fromEnvironment(
                Map.of("DEMO_SECONDS", "150", "DEMO_MODEL", "file:/models/x.onnx", "DEMO_KEEP", "1"));

        assertThat(options.life()).contains(Duration.ofSeconds(150));
        assertThat(options.model()).contains("file:/models/x.onnx");
        assertThat(options.keepData()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-5", "1.5"})
    void aDurationThatIsNoNumberOfSecondsIsRefusedByName(String text) {
        assertThatThrownBy(() -> DemoConfig.fromEnvironment(Map.of("DEMO_SECONDS", text)))
                .hasMessage("DEMO_SECONDS=" + text + " is not a number of seconds");
    }
}
