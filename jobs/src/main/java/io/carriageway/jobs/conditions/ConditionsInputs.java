package io.carriageway.jobs.conditions;

import io.carriageway.intake.RawRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The records of the four topics that the pipeline brings together. */
record ConditionsInputs(
        DataStream<RawRecord> detections,
        DataStream<RawRecord> telemetry,
        DataStream<RawRecord> weather,
        DataStream<RawRecord> accidents) {}
