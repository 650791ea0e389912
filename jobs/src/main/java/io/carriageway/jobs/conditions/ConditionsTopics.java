package io.carriageway.jobs.conditions;

import io.carriageway.accident.NearestWeather;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.VehicleTelemetryRow;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.schemas.WriterSchemas;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The settings for the intake of the four topics. */
record ConditionsTopics(
        EventInput<FrameDetections, FrameDetections> detection,
        EventInput<VehicleTelemetryRow, VehicleTelemetry> telemetry,
        EventInput<WeatherObservationRow, WeatherObservation> weather,
        EventInput<AccidentReportRow, AccidentReport> accident) {

    private static final Duration OBSERVATIONS_HOLD = Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS);

    /** Takes {@code schemas} as {@link IntakeConfig} does. */
    static ConditionsTopics of(Configuration given, EventTimeConfig timing, WriterSchemas schemas) {
        var detections =
                IntakeConfig.of(CameraJob.DETECTION, given, timing, schemas).ofMixedPartitions();
        var activeFor = JobArguments.require(given, ConditionsOptions.ACTIVE_FOR);
        return new ConditionsTopics(
                input(CameraJob.DETECTION, given, detections),
                input(TelemetryJob.TOPIC, given, IntakeConfig.of(TelemetryJob.TOPIC, given, timing, schemas)),
                input(WeatherJob.TOPIC, given, IntakeConfig.of(WeatherJob.TOPIC, given, timing, schemas))
                        .reaching(OBSERVATIONS_HOLD, Duration.ZERO),
                input(AccidentJob.TOPIC, given, IntakeConfig.of(AccidentJob.TOPIC, given, timing, schemas))
                        .reaching(activeFor, Duration.ZERO));
    }

    private static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventInput<R, E> input(
            EventTopic<R, E> topic, Configuration given, IntakeConfig<E> config) {
        var name = JobArguments.require(given, topic.option());
        return EventInput.read(name, JobArguments.require(given, ConditionsOptions.GROUP), config, topic);
    }

    /** Reads the four topics. A city that lacks one of them allows gaps. */
    ConditionsInputs read(StreamExecutionEnvironment env, JobResources resources) throws Exception {
        return new ConditionsInputs(
                resources.events(env, detection),
                resources.events(env, telemetry),
                resources.events(env, weather),
                resources.events(env, accident));
    }
}
