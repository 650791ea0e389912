package io.carriageway.jobs.conditions;

import io.carriageway.jobs.alert.Alerting;
import io.carriageway.row.RoadConditions5m;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where the pipeline's streams go.
 *
 * @param conditions provisional and final rows per zone and five minutes
 * @param alerting by which rules alerts are raised, and where they go
 */
record ConditionsOutputs(Consumer<DataStream<RoadConditions5m>> conditions, Alerting alerting) {}
