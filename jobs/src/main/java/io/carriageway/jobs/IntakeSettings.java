package io.carriageway.jobs;

import io.carriageway.camera.DetectionRules;
import io.carriageway.event.FrameDetections;
import io.carriageway.intake.LetterLimits;
import io.carriageway.intake.TopicRules;
import io.carriageway.schemas.WriterSchemas;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How a topic's records are taken in.
 *
 * @param schemas the registry for records in Confluent's frame; null where there is none
 * @param letters how much of a rejected record its dead letter holds
 */
public record IntakeSettings<E extends SpecificRecordBase>(
        TopicRules<E> rules, TopicTiming timing, WriterSchemas schemas, LetterLimits letters) {

    /** With dead letters as large as they are where nothing is said. */
    public IntakeSettings(TopicRules<E> rules, TopicTiming timing, WriterSchemas schemas) {
        this(rules, timing, schemas, LetterLimits.DEFAULT);
    }

    IntakeSettings<E> with(LetterLimits letters) {
        return new IntakeSettings<>(rules, timing, schemas, letters);
    }

    /**
     * Of detections, as others take them in. A partition of topic detection takes frames of every partition of topic
     * camera, of which one may be so far behind: for so long an identity must be remembered in addition.
     */
    public static IntakeSettings<FrameDetections> ofDetections(TopicTiming timing, WriterSchemas schemas) {
        var limits = timing.limits();
        var patient = limits.withDisorder(timing.partitionLag());
        return new IntakeSettings<>(
                new DetectionRules(),
                new TopicTiming(patient, timing.partitionLag(), timing.updateInterval()),
                schemas);
    }
}
