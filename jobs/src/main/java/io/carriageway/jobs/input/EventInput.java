package io.carriageway.jobs.input;

import io.carriageway.jobs.contract.EventTopic;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The events of a topic that a job reads, from the topic or from the dataset that stores them.
 *
 * @param group the consumer group that commits offsets, for monitoring only
 * @param intake the name of intake among the job's operators
 * @param lookback time before a range whose events its rows also depend on
 * @param lookahead time after a range whose events its rows also depend on
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

    /** The input from the topic that the job owns. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventInput<R, E> owned(
            String topic, String group, IntakeConfig<E> config, EventTopic<R, E> kept) {
        return new EventInput<>(topic, group, config, kept, "intake", Duration.ZERO, Duration.ZERO);
    }

    /** The input from another job's topic. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventInput<R, E> read(
            String topic, String group, IntakeConfig<E> config, EventTopic<R, E> kept) {
        var intake = kept.name() + "-intake";
        return new EventInput<>(topic, group, config, kept, intake, Duration.ZERO, Duration.ZERO);
    }

    public EventInput<R, E> reaching(Duration back, Duration ahead) {
        return new EventInput<>(topic, group, config, kept, intake, back, ahead);
    }

    /** Whether events are so rare that silence is no gap. */
    public boolean rare() {
        return kept.rare();
    }
}
