package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicClockTest {

    @Test
    void theBrokersClockNeedsNoWarning() {
        assertThat(warnings("LogAppendTime", "9223372036854775807")).isEmpty();
    }

    @Test
    void aProducersClockThatMayBeYearsAheadIsWarnedOf() {
        assertThat(warnings("CreateTime", "3600000")).hasSize(1);
        assertThat(warnings("CreateTime", "3600001")).hasSize(2);
        assertThat(warnings("CreateTime", "9223372036854775807"))
                .last()
                .asString()
                .contains("message.timestamp.after.max.ms is 9223372036854775807, above 1 h", "set it to 3600000");
        assertThat(warnings("CreateTime", null)).hasSize(2);
    }

    private static List<String> warnings(String type, String afterMaxMillis) {
        var entries = new ArrayList<>(List.of(new ConfigEntry("message.timestamp.type", type)));
        if (afterMaxMillis != null) {
            entries.add(new ConfigEntry("message.timestamp.after.max.ms", afterMaxMillis));
        }
        return TopicClock.warnings(new Config(entries));
    }
}
