package io.carriageway.jobs.suite;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.count.TrafficCountJob;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.simulate.SimulateJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.util.List;
import java.util.stream.Stream;

/** All jobs. This is the only list of them: adding a job means adding a line here. */
public final class Suite {

    /** The jobs. A job that publishes a topic comes before those that read it, so that jobs may end in this order. */
    public static final List<JobDefinition> JOBS = List.of(
            CameraJob.JOB, TelemetryJob.JOB, WeatherJob.JOB, AccidentJob.JOB, ConditionsJob.JOB, TrafficCountJob.JOB);

    private Suite() {}

    /** The names of the jobs, in the order of the list. */
    public static List<String> jobNames() {
        return JOBS.stream().map(JobDefinition::name).toList();
    }

    /** Returns the job of that name; fails if there is none. */
    public static JobDefinition job(String name) {
        return JOBS.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no job %s; the jobs are %s".formatted(name, String.join(", ", jobNames()))));
    }

    /** The programs for {@code flink run}: the jobs, and the simulator. */
    public static List<Program> programs() {
        return Stream.concat(JOBS.stream().map(JobDefinition::program), Stream.of(SimulateJob.PROGRAM))
                .toList();
    }

    /** Returns the program of that name; fails if there is none. */
    public static Program program(String name) {
        return programs().stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no job " + name));
    }

    /** The topics that come from outside, each of which one job owns. */
    public static List<EventTopic<?, ?>> owned() {
        return JOBS.stream()
                .<EventTopic<?, ?>>flatMap(job -> job.owned().stream())
                .toList();
    }

    /** The topics of events that jobs make. */
    public static List<EventTopic<?, ?>> published() {
        return JOBS.stream()
                .<EventTopic<?, ?>>flatMap(job -> job.published().stream())
                .toList();
    }

    /** All tables that jobs write, each once. */
    public static List<Table<?>> tables() {
        return JOBS.stream()
                .<Table<?>>flatMap(job -> job.tables().stream())
                .distinct()
                .toList();
    }
}
