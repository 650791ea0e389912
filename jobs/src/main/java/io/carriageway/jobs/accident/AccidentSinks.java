package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
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
            UpsertTable.of("accident", Accident.getClassSchema(), List.of("accident_id"));
    private static final UpsertTable<Accident1h> HOUR =
            UpsertTable.of("accident_1h", Accident1h.getClassSchema(), List.of("zone_id", "window_start", "severity"));

    private final JobStores stores;
    private final AccidentReach reach;

    private AccidentSinks(AccidentConfig config) {
        this.stores = config.stores();
        this.reach = config.reach();
    }

    static AccidentOutputs of(AccidentConfig config) {
        var stores = config.stores();
        var sinks = new AccidentSinks(config);
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
        stores.table(wholeAccidents(rows), ACCIDENT, Accident::getOccurredAt, "accident");
        stores.finals(
                rows, Accident::getComplete, "accident_final", Accident.class, Accident::getOccurredAt, "accident");
    }

    private void hours(DataStream<CountedHour> hours) {
        var rows = wholeHours(hours)
                .map(CountedHour::row)
                .returns(Accident1h.class)
                .name("accident-1h-row")
                .uid("accident-1h-row");
        stores.table(rows, HOUR, Accident1h::getWindowStart, "accident-1h");
        stores.finals(
                rows,
                Accident1h::getComplete,
                "accident_1h",
                Accident1h.class,
                Accident1h::getWindowStart,
                "accident-1h");
    }

    private DataStream<Accident> wholeAccidents(DataStream<Accident> rows) {
        if (!stores.replay().isBounded()) {
            return rows;
        }
        var range = reach;
        var read = reach.reports();
        var told =
                "accidents of the range are not written, for they were first reported before %s, and reports from before may be missing; a range that begins earlier has them"
                        .formatted(read.beginningsFrom());
        return rows.filter(new WholeRows<>(range::isOfRange, read::hasAllOf, told))
                .name("accident-whole")
                .uid("accident-whole");
    }

    private DataStream<CountedHour> wholeHours(DataStream<CountedHour> hours) {
        if (!stores.replay().isBounded()) {
            return hours;
        }
        var range = reach;
        var read = reach.reports();
        var told =
                "rows of hours are not written, for an accident in them was first reported before %s or occurred, by one report, at %s or later, and reports may be missing; a range that begins earlier or a longer accident.lookahead has them"
                        .formatted(read.beginningsFrom(), read.endsBefore());
        return hours.filter(new WholeRows<>(range::isOfRange, read::hasAllOf, told))
                .name("accident-1h-whole")
                .uid("accident-1h-whole");
    }
}
