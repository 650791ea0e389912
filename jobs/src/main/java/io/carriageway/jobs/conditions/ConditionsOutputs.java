package io.carriageway.jobs.conditions;

import io.carriageway.jobs.alert.Alerting;
import io.carriageway.row.RoadConditions5m;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The destinations of the pipeline's streams.
 *
 * @param conditions provisional and final rows per zone and five minutes
 * @param alerting the rules of alerts, and the destinations of alerts
 */
record ConditionsOutputs(Consumer<DataStream<RoadConditions5m>> conditions, Alerting alerting) {}
