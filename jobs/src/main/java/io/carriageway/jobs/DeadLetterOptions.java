package io.carriageway.jobs;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.DeadLetterConfig;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;

/** The options of dead letters: their topic and their size limits. */
final class DeadLetterOptions {

    static final ConfigOption<String> TOPIC = key("topic.dead-letter")
            .stringType()
            .defaultValue("dead-letter")
            .withDescription("Topic that takes rejected records.");

    static final ConfigOption<MemorySize> PAYLOAD = key("dead-letter.payload-limit")
            .memoryType()
            .defaultValue(new MemorySize(DeadLetterConfig.DEFAULT.payloadBytes()))
            .withDescription(
                    "Greatest size of a rejected record's value in its dead letter, 0 to 16 mb. A longer value is cut. A larger limit needs a larger max.message.bytes of topic.dead-letter, which is checked at submission.");

    static final ConfigOption<Integer> DETAIL = key("dead-letter.detail-limit")
            .intType()
            .defaultValue(DeadLetterConfig.DEFAULT.detailCharacters())
            .withDescription(
                    "Greatest number of characters of the detail in a dead letter, 40 to 10000. A longer text is cut and ends with three dots.");

    static final List<ConfigOption<?>> ALL = List.of(TOPIC, PAYLOAD, DETAIL);

    private DeadLetterOptions() {}
}
