package io.carriageway.jobs.definition;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.Environments;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.alert.AlertConfig;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.EventTimeOptions;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.OptionLists;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.replay.ReplayOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Builds a job that reads the one topic that it owns, from the options that all such jobs have.
 *
 * @param flinkName the job's name in Flink
 * @param alerts the table whose rows raise alerts, if there is one
 * @param tables the tables that the job writes; a replay covers whole windows of the largest
 */
record TopicJob<R extends SpecificRecordBase, E extends SpecificRecordBase>(
        String flinkName,
        EventTopic<R, E> topic,
        Optional<AlertTable> alerts,
        List<Table<?>> tables,
        TopicPipeline.Configured<E> pipeline)
        implements JobDefinition.Attach {

    /** The window of the ledger, which every such job writes. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    TopicJob {
        tables = List.copyOf(tables);
    }

    List<ConfigOption<?>> options() {
        return OptionLists.join(
                topic.options(),
                List.of(KafkaOptions.group(flinkName)),
                JobResourceOptions.ALL,
                EventTimeOptions.of(topic),
                alerts.isPresent() ? AlertOptions.ALL : List.of(),
                ReplayOptions.ALL);
    }

    /** The options, parsed. */
    record Config<R extends SpecificRecordBase, E extends SpecificRecordBase>(
            JobResources resources, EventInput<R, E> events, AlertConfig alerts, TopicPipeline<E> pipeline) {}

    Config<R, E> config(String... arguments) throws IOException {
        var given = JobArguments.parse(arguments, options(), JobResourceOptions.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, topic);
        resources.replay().requireWhole(timing.eventWindows(largestWindow()));
        var config = IntakeConfig.of(topic, given, timing, resources.registry());
        var events = EventInput.owned(
                JobArguments.require(given, topic.option()),
                JobArguments.require(given, KafkaOptions.group(flinkName)),
                config,
                topic);
        return new Config<>(resources, events, AlertConfig.of(given), pipeline.by(given));
    }

    @Override
    public JobSinks to(StreamExecutionEnvironment env, String... arguments) throws Exception {
        var config = config(arguments);
        var resources = config.resources();
        Environments.prepare(env, resources.replay());
        var intake = resources.events(env, config.events());
        var sinks = JobSinks.open(resources, flinkName);
        config.pipeline().attach(intake, sinks, alerting(sinks, config.alerts()));
        return sinks;
    }

    private Alerting alerting(JobSinks sinks, AlertConfig options) {
        return alerts.map(table -> AlertSinks.of(sinks, options, table)).orElse(Alerting.NONE);
    }

    private Duration largestWindow() {
        return tables.stream().map(Table::window).reduce(MINUTE, (a, b) -> a.compareTo(b) < 0 ? b : a);
    }
}
