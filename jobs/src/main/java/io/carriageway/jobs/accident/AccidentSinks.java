package io.carriageway.jobs.accident;

import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import io.carriageway.row.AccidentReportRow;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class AccidentSinks {

    private static final UpsertTable<Accident> ACCIDENT =
            UpsertTable.of("accident", Accident.getClassSchema(), List.of("accident_id"), "occurred_at");
    private static final UpsertTable<Accident1h> HOUR = UpsertTable.of(
            "accident_1h", Accident1h.getClassSchema(), List.of("zone_id", "window_start", "severity"), "window_start");

    private final JobStores stores;

    private AccidentSinks(JobStores stores) {
        this.stores = stores;
    }

    static AccidentOutputs of(JobStores stores) {
        var sinks = new AccidentSinks(stores);
        return new AccidentOutputs(
                rejected -> stores.deadLetters(rejected, true),
                sinks::reports,
                sinks::accidents,
                sinks::hours,
                stores::ledger);
    }

    private void reports(DataStream<AccidentReportRow> rows) {
        stores.dataset(rows, "accident", AccidentReportRow.class, AccidentReportRow::getReportedAt, "accident-report");
    }

    private void accidents(DataStream<Accident> rows) {
        stores.table(rows, ACCIDENT, "accident");
        stores.finals(
                rows, Accident::getComplete, "accident_final", Accident.class, Accident::getOccurredAt, "accident");
    }

    private void hours(DataStream<Accident1h> rows) {
        stores.table(rows, HOUR, "accident-1h");
        stores.finals(
                rows,
                Accident1h::getComplete,
                "accident_1h",
                Accident1h.class,
                Accident1h::getWindowStart,
                "accident-1h");
    }
}
