package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.row.Accident;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.EventLedger1m;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The destinations of the pipeline's streams.
 *
 * @param rejected rejected records
 * @param reports accepted and late reports
 * @param accidents provisional and final rows per accident
 * @param hours provisional and final rows per zone, hour and severity
 * @param ledger provisional and final rows per minute of arrival
 */
public record AccidentOutputs(
        Consumer<DataStream<Rejected>> rejected,
        Consumer<EventRows<AccidentReportRow>> reports,
        Consumer<DataStream<Accident>> accidents,
        Consumer<DataStream<CountedHour>> hours,
        Consumer<DataStream<EventLedger1m>> ledger) {}
