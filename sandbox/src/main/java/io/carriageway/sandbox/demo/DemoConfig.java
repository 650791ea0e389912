package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.servers.SandboxConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The options of the demo, from environment variables.
 *
 * @param life DEMO_SECONDS: length of the run after the prologue; empty: until Ctrl-C
 * @param model DEMO_MODEL: the address of a detector in place of the embedded one, such as {@code file:/folder/x.onnx}
 */
record DemoConfig(Optional<Duration> life, Optional<String> model, SandboxConfig sandbox) {

    static DemoConfig fromEnvironment(Map<String, String> environment) {
        return new DemoConfig(
                set(environment, "DEMO_SECONDS").map(DemoConfig::seconds),
                set(environment, "DEMO_MODEL"),
                SandboxConfig.fromEnvironment(environment));
    }

    boolean keepData() {
        return sandbox.keepData();
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Duration seconds(String text) {
        try {
            var seconds = Integer.parseInt(text);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notANumber) {
            // rejected below, like a number that is no duration
        }
        throw new IllegalArgumentException("DEMO_SECONDS=" + text + " is not a number of seconds");
    }
}
