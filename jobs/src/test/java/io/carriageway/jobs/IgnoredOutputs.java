package io.carriageway.jobs;

import io.carriageway.intake.Rejected;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.PipelineOutputs;
import io.carriageway.row.EventLedger1m;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Discards all outputs, so that the topology contains only the pipeline's own operators. */
public final class IgnoredOutputs implements PipelineOutputs {

    @Override
    public void rejected(DataStream<Rejected> rejected) {}

    @Override
    public void ledger(DataStream<EventLedger1m> rows) {}

    @Override
    public <R extends SpecificRecordBase> void events(EventTopic<R, ?> topic, EventRows<R> rows) {}

    @Override
    public <R extends SpecificRecordBase> void rows(Table<R> table, DataStream<R> rows) {}
}
