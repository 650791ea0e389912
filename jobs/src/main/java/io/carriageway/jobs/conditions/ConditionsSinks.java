package io.carriageway.jobs.conditions;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.output.JobSinks;

/** Connects the pipeline's outputs to Kafka, MySQL and the lake. */
final class ConditionsSinks {

    private ConditionsSinks() {}

    static ConditionsOutputs of(ConditionsConfig config, JobSinks sinks) {
        return new ConditionsOutputs(
                rows -> sinks.rows(ConditionsJob.ROAD_CONDITIONS_5M, rows),
                AlertSinks.of(sinks, config.alerts(), AlertTable.ROAD_CONDITIONS_5M));
    }
}
