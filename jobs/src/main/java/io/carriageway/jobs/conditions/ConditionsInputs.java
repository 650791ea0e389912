package io.carriageway.jobs.conditions;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.TopicIntake;

/** The events of the four topics that the pipeline brings together. */
record ConditionsInputs(
        TopicIntake<FrameDetections> detections,
        TopicIntake<VehicleTelemetry> telemetry,
        TopicIntake<WeatherObservation> weather,
        TopicIntake<AccidentReport> accidents) {}
