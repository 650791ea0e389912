package io.carriageway.jobs;

import io.carriageway.intake.TopicRules;
import io.carriageway.schemas.WriterSchemas;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How a topic's records are taken in.
 *
 * @param schemas the registry for records in Confluent's frame; null where there is none
 */
public record IntakeSettings<E extends SpecificRecordBase>(
        TopicRules<E> rules, TopicTiming timing, WriterSchemas schemas) {}
