package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

/** Checks limits for timestamps: a dead letter has the timestamp of its record, which the broker may refuse. */
class OutputTopicTest {

    private static final String ANY = "9223372036854775807";
    private static final String HOUR = "3600000";

    @Test
    void anOutputMustTakeTimesAsFarAheadAsItsInputDoes() {
        assertThatThrownBy(() -> check(topic("CreateTime", HOUR), topic("CreateTime", ANY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic detection refuses records that are more than 3600000 ms ahead")
                .hasMessageContaining("message.timestamp.after.max.ms of topic camera to 3600000 or less");
        assertThatThrownBy(() -> check(topic("CreateTime", HOUR), topic("CreateTime", null)))
                .as("a topic of a broker that has no such limit")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherwiseNoLetterIsRefusedForItsTime() {
        accepts(topic("CreateTime", HOUR), topic("CreateTime", HOUR));
        accepts(topic("CreateTime", HOUR), topic("LogAppendTime", ANY));
        accepts(topic("LogAppendTime", HOUR), topic("CreateTime", ANY));
        accepts(topic("CreateTime", ANY), topic("CreateTime", ANY));
        accepts(topic("CreateTime", null), topic("CreateTime", null));
    }

    /** The conditions job uses the arrival of a detection's frame, and a replay finds frames by it. */
    @Test
    void theBrokerMustNotReplaceTimesThatReadersGoBy() {
        assertThatThrownBy(() -> OutputTopic.requireTimes("detection", topic("LogAppendTime", ANY), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic detection is LogAppendTime")
                .hasMessageContaining("set message.timestamp.type=CreateTime");
        OutputTopic.requireTimes("detection", topic("CreateTime", ANY), true);
        OutputTopic.requireTimes("dead-letter", topic("LogAppendTime", ANY), false);
    }

    private static void accepts(Config output, Config input) {
        assertThatCode(() -> check(output, input)).doesNotThrowAnyException();
    }

    private static void check(Config output, Config input) {
        OutputTopic.requireAsFarAhead("detection", output, "camera", input);
    }

    private static Config topic(String type, String afterMaxMillis) {
        var entries = new ArrayList<>(List.of(new ConfigEntry("message.timestamp.type", type)));
        if (afterMaxMillis != null) {
            entries.add(new ConfigEntry("message.timestamp.after.max.ms", afterMaxMillis));
        }
        return new Config(entries);
    }
}
