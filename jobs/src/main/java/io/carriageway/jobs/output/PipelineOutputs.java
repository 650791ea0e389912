package io.carriageway.jobs.output;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.row.EventLedger1m;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The destinations of a pipeline's streams. Pipelines know no stores, so a test can collect the streams. */
public interface PipelineOutputs {

    /** Takes rejected records. */
    void rejected(DataStream<Rejected> rejected);

    /** Takes provisional and final rows per minute of arrival. */
    void ledger(DataStream<EventLedger1m> rows);

    /** Takes the accepted and late events of the topic that the job owns. */
    <R extends SpecificRecordBase> void events(EventTopic<R, ?> topic, EventRows<R> rows);

    /** Takes provisional and final rows of a table. */
    <R extends SpecificRecordBase> void rows(Table<R> table, DataStream<R> rows);
}
