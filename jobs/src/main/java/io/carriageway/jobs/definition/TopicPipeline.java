package io.carriageway.jobs.definition;

import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.PipelineOutputs;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/** The topology of a job that reads one topic. */
public interface TopicPipeline<E extends SpecificRecordBase> {

    void attach(IntakeStream<E> intake, PipelineOutputs outputs, Alerting alerting);

    /** Builds a topology that depends on options of its topic's rules. */
    interface Configured<E extends SpecificRecordBase> {
        TopicPipeline<E> by(Configuration given);
    }
}
