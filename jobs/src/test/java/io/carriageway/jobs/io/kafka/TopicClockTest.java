package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicClockTest {

    @Test
    void theBrokersClockNeedsNoWarning() {
        assertThat(warning("LogAppendTime", "9223372036854775807")).isEmpty();
    }

    @Test
    void aProducersClockNeedsNoWarningIfTheBrokerBoundsIt() {
        assertThat(warning("CreateTime", "3600000")).isEmpty();
    }

    @Test
    void aProducersClockThatMayBeYearsAheadIsWarnedOf() {
        assertThat(warning("CreateTime", "3600001")).isPresent();
        assertThat(warning("CreateTime", "9223372036854775807"))
                .get()
                .asString()
                .contains("message.timestamp.after.max.ms is 9223372036854775807, above 1 h", "set it to 3600000");
        assertThat(warning("CreateTime", null)).get().asString().contains("message.timestamp.after.max.ms is missing");
    }

    private static Optional<String> warning(String type, String afterMaxMillis) {
        var entries = new ArrayList<>(List.of(new ConfigEntry("message.timestamp.type", type)));
        if (afterMaxMillis != null) {
            entries.add(new ConfigEntry("message.timestamp.after.max.ms", afterMaxMillis));
        }
        return TopicClock.warning(new Config(entries));
    }
}
