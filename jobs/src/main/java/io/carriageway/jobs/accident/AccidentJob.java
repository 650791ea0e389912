package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentRules;
import io.carriageway.event.AccidentReport;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import io.carriageway.row.AccidentReportRow;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Follows accidents and counts them. It owns topic {@code accident} with its ledger, dead letters and lake input, and
 * only reads topic {@code weather}.
 */
public final class AccidentJob {

    /** Accidents are rare, so silence of their topic is no gap. */
    public static final EventTopic<AccidentReportRow, AccidentReport> TOPIC = EventTopic.of(
                    "accident",
                    "accident reports",
                    new AccidentRules(ReportOptions.LIMIT.defaultValue()),
                    new Dataset<>("accident_report", AccidentReportRow.class, "reported_at"))
            .withRules(
                    given -> new AccidentRules(JobArguments.require(given, ReportOptions.LIMIT)), ReportOptions.LIMIT)
            .ofRareEvents();

    static final Table<Accident> ACCIDENT = Table.timed("accident", Accident.class, "occurred_at", "accident_id")
            .moving()
            .settlingFor(AccidentJob::untilTheLastReport);
    static final Table<Accident1h> ACCIDENT_1H = Table.windowed(
                    "accident_1h", Accident1h.class, AccidentReach.HOUR, "zone_id", "window_start", "severity")
            .settlingFor(AccidentJob::untilTheLastReport);

    public static final JobDefinition JOB = JobDefinition.named("accident", AccidentJob.class)
            .owns(TOPIC)
            .reads(WeatherJob.TOPIC)
            .writes(ACCIDENT, ACCIDENT_1H)
            .attachedBy(AccidentJob::attach, () -> AccidentOptions.ALL);

    private AccidentJob() {}

    private static Duration untilTheLastReport(Configuration given) {
        return JobArguments.require(given, ReportOptions.LIMIT);
    }

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }

    /** Builds the job from its options, without executing it. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = AccidentConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var reports = resources.events(env, config.reports());
        var observations = resources.events(env, config.observations());
        var sinks = JobSinks.open(resources, JOB.flinkName());
        AccidentPipeline.attach(
                reports, observations, config.pipeline(), network, AccidentSinks.of(config.reach(), sinks));
        return sinks;
    }
}
