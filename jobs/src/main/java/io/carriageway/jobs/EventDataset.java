package io.carriageway.jobs;

import io.carriageway.camera.DetectionRowToEvent;
import io.carriageway.camera.FrameRowToEvent;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.EventOfRow;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.TelemetryRow;
import io.carriageway.row.WeatherObservationRow;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A dataset that keeps the accepted events of a topic, and how its rows become those events again.
 *
 * @param type of the events, as every pipeline passes them on
 */
public record EventDataset<R extends SpecificRecordBase, E extends SpecificRecordBase>(
        Dataset<R> dataset, MapFunction<R, ReceivedEvent<E>> event, TypeInformation<ReceivedEvent<E>> type) {

    public static final EventDataset<TelemetryRow, VehicleTelemetry> TELEMETRY = new EventDataset<>(
            new Dataset<>("vehicle_telemetry", TelemetryRow.class, "recorded_at"),
            new EventOfRow<>(VehicleTelemetry.class),
            TypeInformation.of(new TypeHint<>() {}));

    public static final EventDataset<WeatherObservationRow, WeatherObservation> WEATHER = new EventDataset<>(
            new Dataset<>("weather", WeatherObservationRow.class, "observed_at"),
            new EventOfRow<>(WeatherObservation.class),
            TypeInformation.of(new TypeHint<>() {}));

    public static final EventDataset<AccidentReportRow, AccidentReport> ACCIDENT = new EventDataset<>(
            new Dataset<>("accident", AccidentReportRow.class, "reported_at"),
            new EventOfRow<>(AccidentReport.class),
            TypeInformation.of(new TypeHint<>() {}));

    public static final EventDataset<CameraFrameRow, CameraFrame> CAMERA = new EventDataset<>(
            new Dataset<>("camera", CameraFrameRow.class, "captured_at"),
            new FrameRowToEvent(),
            TypeInformation.of(new TypeHint<>() {}));

    /** What a model saw in frames; the dataset's rows are the events. */
    public static final EventDataset<FrameDetections, FrameDetections> DETECTION = new EventDataset<>(
            new Dataset<>("detection", FrameDetections.class, "captured_at"),
            new DetectionRowToEvent(),
            TypeInformation.of(new TypeHint<>() {}));
}
