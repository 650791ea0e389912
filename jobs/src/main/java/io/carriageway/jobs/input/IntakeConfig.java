package io.carriageway.jobs.input;

import io.carriageway.intake.DeadLetterConfig;
import io.carriageway.intake.TopicRules;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.schemas.WriterSchemas;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/**
 * How a topic's records are taken in.
 *
 * @param schemas the registry for records in Confluent's frame; null where there is none
 * @param letters how much of a rejected record its dead letter holds
 */
public record IntakeConfig<E extends SpecificRecordBase>(
        TopicRules<E> rules, EventTimeConfig timing, WriterSchemas schemas, DeadLetterConfig letters) {

    /** With dead letters as large as they are where nothing is said. */
    public IntakeConfig(TopicRules<E> rules, EventTimeConfig timing, WriterSchemas schemas) {
        this(rules, timing, schemas, DeadLetterConfig.DEFAULT);
    }

    public IntakeConfig<E> with(DeadLetterConfig letters) {
        return new IntakeConfig<>(rules, timing, schemas, letters);
    }

    /** Of a topic, with the rules that a job's options say. */
    public static <E extends SpecificRecordBase> IntakeConfig<E> of(
            EventTopic<?, E> topic, Configuration given, EventTimeConfig timing, WriterSchemas schemas) {
        return new IntakeConfig<>(topic.rules().apply(given), timing, schemas);
    }

    /**
     * The same for a topic that another job makes of its own: a partition takes events of every partition of that one,
     * of which one may be so far behind. For so long an identity must be remembered in addition.
     */
    public IntakeConfig<E> ofMixedPartitions() {
        var patient = timing.limits().withDisorder(timing.partitionLag());
        return new IntakeConfig<>(rules, timing.with(patient), schemas, letters);
    }
}
