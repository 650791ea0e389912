package io.carriageway.jobs.conditions;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.Aggregate;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.row.RoadConditions5m;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class ConditionsSinks {

    private static final Aggregate<RoadConditions5m> CONDITIONS =
            Aggregate.of("road_conditions_5m", RoadConditions5m.class, "window_start", "zone_id", "window_start");

    private ConditionsSinks() {}

    static ConditionsOutputs of(ConditionsConfig config, JobSinks sinks) {
        return new ConditionsOutputs(
                rows -> sinks.aggregate(rows, CONDITIONS, "road-conditions-5m"),
                AlertSinks.of(sinks, config.alerts(), AlertTable.ROAD_CONDITIONS_5M));
    }
}
