package io.carriageway.jobs.conditions;

import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.row.RoadConditions5m;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class ConditionsSinks {

    private static final UpsertTable<RoadConditions5m> CONDITIONS = UpsertTable.of(
            "road_conditions_5m",
            RoadConditions5m.getClassSchema(),
            List.of("zone_id", "window_start"),
            "window_start");

    private ConditionsSinks() {}

    static ConditionsOutputs of(ConditionsConfig config) {
        var stores = config.stores();
        return new ConditionsOutputs(rows -> conditions(rows, stores), AlertSinks.of(stores, config.alerts()));
    }

    private static void conditions(DataStream<RoadConditions5m> rows, JobStores stores) {
        stores.table(rows, CONDITIONS, "road-conditions-5m");
        stores.finals(
                rows,
                RoadConditions5m::getComplete,
                "road_conditions_5m",
                RoadConditions5m.class,
                RoadConditions5m::getWindowStart,
                "road-conditions-5m");
    }
}
