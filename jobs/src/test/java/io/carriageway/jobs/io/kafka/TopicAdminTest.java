package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

    @Test
    void aTopicIsNamedWithoutControlCharacters() {
        assertThatThrownBy(() -> TopicAdmin.ask(new KafkaClient("127.0.0.1:1", Map.of()), "a\nb", admin -> {
                    throw new ExecutionException(new InvalidTopicException("no \u001b[2J"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot read topic a\\nb at 127.0.0.1:1: is the broker up, and the listener that of"
                        + " kafka.client.security.protocol? (no \\u001b[2J)");
    }
}
