package io.carriageway.jobs;

import io.carriageway.camera.DetectionRules;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.DeadLetterConfig;
import io.carriageway.intake.TopicRules;
import io.carriageway.schemas.WriterSchemas;
import org.apache.avro.specific.SpecificRecordBase;

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

    IntakeConfig<E> with(DeadLetterConfig letters) {
        return new IntakeConfig<>(rules, timing, schemas, letters);
    }

    /**
     * Of detections, as others take them in. A partition of topic detection takes frames of every partition of topic
     * camera, of which one may be so far behind: for so long an identity must be remembered in addition.
     */
    public static IntakeConfig<FrameDetections> ofDetections(EventTimeConfig timing, WriterSchemas schemas) {
        var limits = timing.limits();
        var patient = limits.withDisorder(timing.partitionLag());
        return new IntakeConfig<>(new DetectionRules(), timing.with(patient), schemas);
    }
}
