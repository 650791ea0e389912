package io.carriageway.jobs.input;

import io.carriageway.intake.DeadLetterConfig;
import io.carriageway.intake.TopicRules;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.schemas.WriterSchemas;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/**
 * The settings for the intake of a topic.
 *
 * @param schemas the registry for records in Confluent's frame; null if there is none
 * @param letters the size limits of dead letters
 */
public record IntakeConfig<E extends SpecificRecordBase>(
        TopicRules<E> rules, EventTimeConfig timing, WriterSchemas schemas, DeadLetterConfig letters) {

    /** Settings with the default limits of dead letters. */
    public IntakeConfig(TopicRules<E> rules, EventTimeConfig timing, WriterSchemas schemas) {
        this(rules, timing, schemas, DeadLetterConfig.DEFAULT);
    }

    public IntakeConfig<E> with(DeadLetterConfig letters) {
        return new IntakeConfig<>(rules, timing, schemas, letters);
    }

    /** The settings of a topic, with the rules by a job's options. */
    public static <E extends SpecificRecordBase> IntakeConfig<E> of(
            EventTopic<?, E> topic, Configuration given, EventTimeConfig timing, WriterSchemas schemas) {
        return new IntakeConfig<>(topic.rules().apply(given), timing, schemas);
    }

    /**
     * These settings for a topic that another job derives from its own. One of its partitions contains events of every
     * partition of the source topic, and one of those may be {@code partition.lag} behind. Identities are remembered
     * for that much longer.
     */
    public IntakeConfig<E> ofMixedPartitions() {
        var patient = timing.limits().withDisorder(timing.partitionLag());
        return new IntakeConfig<>(rules, timing.with(patient), schemas, letters);
    }
}
