package io.carriageway.jobs.accident;

import io.carriageway.jobs.Aggregate;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.JobOutputs;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import io.carriageway.row.AccidentReportRow;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class AccidentSinks {

    private static final Aggregate<Accident> ACCIDENT = Aggregate.of(
                    "accident", Accident.class, "occurred_at", "accident_id")
            .inDataset("accident_final");
    private static final Aggregate<Accident1h> HOUR =
            Aggregate.of("accident_1h", Accident1h.class, "window_start", "zone_id", "window_start", "severity");

    private AccidentSinks() {}

    static AccidentOutputs of(JobOutputs outputs) {
        return new AccidentOutputs(
                rejected -> outputs.deadLetters(rejected, true),
                rows -> outputs.events(
                        rows, EventDataset.ACCIDENT.dataset(), AccidentReportRow::getPartition, "accident-report"),
                rows -> outputs.aggregate(rows, ACCIDENT, "accident"),
                rows -> outputs.aggregate(rows, HOUR, "accident-1h"),
                outputs::ledger);
    }
}
