package io.carriageway.jobs.conditions;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.input.IntakeStream;

/** The events of the four topics that the pipeline combines. */
record ConditionsInputs(
        IntakeStream<FrameDetections> detections,
        IntakeStream<VehicleTelemetry> telemetry,
        IntakeStream<WeatherObservation> weather,
        IntakeStream<AccidentReport> accidents) {}
