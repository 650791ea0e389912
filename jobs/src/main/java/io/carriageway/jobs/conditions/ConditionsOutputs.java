package io.carriageway.jobs.conditions;

import io.carriageway.row.RoadConditions5m;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where the pipeline's stream goes.
 *
 * @param conditions provisional and final rows per zone and five minutes
 */
record ConditionsOutputs(Consumer<DataStream<RoadConditions5m>> conditions) {}
