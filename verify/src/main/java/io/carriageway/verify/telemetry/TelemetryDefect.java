package io.carriageway.verify.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.verify.topic.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of a report. */
final class TelemetryDefect {

    static final List<Defect<VehicleTelemetry>> ALL = Stream.concat(
                    Defect.ofEvery(TelemetryJob.TOPIC).stream(),
                    Stream.<Defect<VehicleTelemetry>>of(
                            Defect.outOfRange("speed_kmh", 300.001),
                            Defect.outOfRange("heading_deg", 360.5),
                            Defect.outOfRange("model_year", 1899)))
            .toList();

    private TelemetryDefect() {}
}
