package io.carriageway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    /** Flink stores the graph for high availability. */
    @Test
    void noSecretOfFlinksSettingsIsInTheGraph() throws Exception {
        var settings = Configuration.fromMap(Map.of(
                "s3.secret-key", "canary-1",
                "security.ssl.internal.keystore-password", "canary-2",
                "s3.endpoint", "http://store"));
        var env = new StreamExecutionEnvironment(settings);
        env.fromSequence(0, 1).print();

        var graph = Environments.graph(env, "job");

        assertThat(graph.getJobName()).isEqualTo("job");
        assertThat(graph.getJobConfiguration().toMap()).containsEntry("s3.endpoint", "http://store");
        assertThat(new String(InstantiationUtil.serializeObject(graph), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
    }
}
