package io.carriageway.jobs.definition;

import io.carriageway.jobs.check.JobChecks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.output.JobSinks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job of the suite, declared once. Everything that lists jobs, topics, tables or datasets uses this declaration.
 *
 * @param attach builds the job from its options
 * @param owned the topic whose ledger, dead letters and lake input only this job writes, if there is one
 * @param published the topics of events that the job writes
 * @param read the topics that the job reads and does not own
 * @param tables all tables that the job writes, including ledger and alerts
 */
public record JobDefinition(
        Program program,
        Attach attach,
        Optional<EventTopic<?, ?>> owned,
        List<EventTopic<?, ?>> published,
        List<EventTopic<?, ?>> read,
        List<Table<?>> tables) {

    /** Builds the job in that environment, without executing it. */
    public interface Attach {
        JobSinks to(StreamExecutionEnvironment env, String... arguments) throws Exception;
    }

    /**
     * Begins the declaration of a job.
     *
     * @param name as in {@link Program}
     * @param mainClass has the main method, which calls {@link #run}
     */
    public static JobDeclaration named(String name, Class<?> mainClass) {
        return new JobDeclaration(name, mainClass);
    }

    public String name() {
        return program.name();
    }

    public String flinkName() {
        return program.flinkName();
    }

    public List<ConfigOption<?>> options() {
        return program.options();
    }

    /** The job's settings of event time by those options. If it owns a topic, the topic gives the defaults. */
    public EventTimeConfig timing(Configuration given) {
        return owned.map(topic -> EventTimeConfig.of(given, topic)).orElseGet(() -> EventTimeConfig.of(given));
    }

    /** Whether the job has an option of that key. */
    public boolean has(String option) {
        return options().stream().anyMatch(known -> known.key().equals(option));
    }

    /** Builds the job and runs it to its end; a live job has none. */
    public void run(String... arguments) throws Exception {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        var sinks = Submission.prepare(() -> {
            var given = JobArguments.parse(arguments, options(), program.environment());
            Submission.check(checks(), given);
            return attach.to(env, arguments);
        });
        sinks.execute(env, flinkName());
    }

    /** The checks of the job's stores. */
    public JobChecks checks() {
        return new JobChecks(owned, read, published, tables);
    }

    /** The topics that the job reads, its own included. */
    public List<EventTopic<?, ?>> inputs() {
        return Stream.concat(owned.stream(), read.stream()).toList();
    }

    /** The topics whose events only this job stores in the lake. */
    public List<EventTopic<?, ?>> kept() {
        return Stream.concat(owned.stream(), published.stream()).toList();
    }

    /** The datasets of the lake that it writes. */
    public List<Dataset<?>> datasets() {
        return Stream.<Dataset<?>>concat(
                        kept().stream().map(EventTopic::dataset),
                        tables.stream().flatMap(table -> table.dataset().stream()))
                .toList();
    }
}
