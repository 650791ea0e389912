package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.replay.IncompleteRowGuard;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Connects the pipeline's outputs to Kafka, MySQL and the lake. */
final class AccidentSinks {

    private AccidentSinks() {}

    static AccidentOutputs of(AccidentReach reach, JobSinks sinks) {
        return new AccidentOutputs(
                sinks::rejected,
                rows -> sinks.events(AccidentJob.TOPIC, rows),
                rows -> sinks.rows(AccidentJob.ACCIDENT, wholeAccidents(rows, reach)),
                hours -> sinks.rows(AccidentJob.ACCIDENT_1H, rows(wholeHours(hours, reach))),
                sinks::ledger);
    }

    private static DataStream<Accident1h> rows(DataStream<CountedHour> hours) {
        return Steps.of(hours).map("accident-1h-row", CountedHour::row, Accident1h.class).stream();
    }

    private static DataStream<Accident> wholeAccidents(DataStream<Accident> rows, AccidentReach reach) {
        if (!reach.replay().isBounded()) {
            return rows;
        }
        var read = reach.reports();
        var told =
                "accidents of the range are not written, because they were first reported before %s, and earlier reports may be missing; choose a range that begins earlier to get them"
                        .formatted(read.beginningsFrom());
        var guard = new IncompleteRowGuard<Accident>(
                reach::isOfRange, read::hasAllOf, told, reach.replay().revises());
        return Steps.of(rows).filter("accident-whole", guard).stream();
    }

    private static DataStream<CountedHour> wholeHours(DataStream<CountedHour> hours, AccidentReach reach) {
        if (!reach.replay().isBounded()) {
            return hours;
        }
        var read = reach.reports();
        var told =
                "rows of hours are not written, because an accident in them was first reported before %s or occurred, by one report, at %s or later, and reports may be missing; choose a range that begins earlier or a longer accident.lookahead to get them"
                        .formatted(read.beginningsFrom(), read.endsBefore());
        var guard = new IncompleteRowGuard<CountedHour>(
                reach::isOfRange, read::hasAllOf, told, reach.replay().revises());
        return Steps.of(hours).filter("accident-1h-whole", guard).stream();
    }
}
