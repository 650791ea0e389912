package io.carriageway.jobs.input;

import io.carriageway.jobs.contract.EventTopic;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The events of a topic that a job takes in, whether from the topic or from the dataset that keeps them.
 *
 * @param group the consumer group that commits offsets, for monitoring only
 * @param intake how intake is called among the job's operators
 * @param lookback rows of a range also hang on events of so much time before it
 * @param lookahead and on events of so much time after it
 * @param kept the topic as the suite declares it
 */
public record EventInput<R extends SpecificRecordBase, E extends SpecificRecordBase>(
        String topic,
        String group,
        IntakeConfig<E> config,
        EventTopic<R, E> kept,
        String intake,
        Duration lookback,
        Duration lookahead) {

    /** Of the topic that the job owns. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventInput<R, E> owned(
            String topic, String group, IntakeConfig<E> config, EventTopic<R, E> kept) {
        return new EventInput<>(topic, group, config, kept, "intake", Duration.ZERO, Duration.ZERO);
    }

    /** Of another job's topic. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventInput<R, E> read(
            String topic, String group, IntakeConfig<E> config, EventTopic<R, E> kept) {
        var intake = kept.name() + "-intake";
        return new EventInput<>(topic, group, config, kept, intake, Duration.ZERO, Duration.ZERO);
    }

    public EventInput<R, E> reaching(Duration back, Duration ahead) {
        return new EventInput<>(topic, group, config, kept, intake, back, ahead);
    }

    /** Whether nothing may happen for long, so that silence is no gap. */
    public boolean rare() {
        return kept.rare();
    }
}
