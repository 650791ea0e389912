package io.carriageway.jobs.definition;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.output.JobSinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.ConfigOption;

/** A job declaration under construction; {@link #attachedBy} or {@code pipeline} ends it. */
public final class JobDeclaration {

    private final String name;
    private final Class<?> mainClass;
    private final List<EventTopic<?, ?>> published = new ArrayList<>();
    private final List<EventTopic<?, ?>> read = new ArrayList<>();
    private final List<Table<?>> tables = new ArrayList<>();
    private Optional<EventTopic<?, ?>> owned = Optional.empty();

    JobDeclaration(String name, Class<?> mainClass) {
        this.name = name;
        this.mainClass = mainClass;
    }

    /** Makes the job the owner of that topic: the only writer of its ledger, dead letters and lake input. */
    public JobDeclaration owns(EventTopic<?, ?> topic) {
        owned = Optional.of(topic);
        tables.add(JobSinks.LEDGER);
        return this;
    }

    public JobDeclaration publishes(EventTopic<?, ?> topic) {
        published.add(topic);
        return this;
    }

    public JobDeclaration reads(EventTopic<?, ?>... topics) {
        read.addAll(List.of(topics));
        return this;
    }

    public JobDeclaration writes(Table<?>... made) {
        tables.addAll(List.of(made));
        return this;
    }

    /** Lets the job raise alerts by the rules in its options. */
    public JobDeclaration raisesAlerts() {
        tables.add(AlertSinks.ALERT);
        return this;
    }

    /**
     * Ends the declaration of a job that reads the one topic that it owns. Its options are those of the topic's rules
     * and those of all such jobs.
     *
     * @param alerts the table on whose rows alerts are raised
     */
    public <R extends SpecificRecordBase, E extends SpecificRecordBase> JobDefinition pipeline(
            EventTopic<R, E> topic, AlertTable alerts, TopicPipeline<E> pipeline) {
        return configured(topic, alerts, given -> pipeline);
    }

    /** Does the same with a pipeline that depends on those options. */
    public <R extends SpecificRecordBase, E extends SpecificRecordBase> JobDefinition configured(
            EventTopic<R, E> topic, AlertTable alerts, TopicPipeline.Configured<E> pipeline) {
        return owns(topic).raisesAlerts().ofTopic(topic, Optional.of(alerts), pipeline);
    }

    /** Does the same for a job that raises no alerts. */
    public <R extends SpecificRecordBase, E extends SpecificRecordBase> JobDefinition pipeline(
            EventTopic<R, E> topic, TopicPipeline<E> pipeline) {
        return owns(topic).ofTopic(topic, Optional.empty(), given -> pipeline);
    }

    private <R extends SpecificRecordBase, E extends SpecificRecordBase> JobDefinition ofTopic(
            EventTopic<R, E> topic, Optional<AlertTable> alerts, TopicPipeline.Configured<E> pipeline) {
        var job = new TopicJob<>(program(List::of).flinkName(), topic, alerts, tables, pipeline);
        return definition(program(job::options), job);
    }

    /**
     * Ends the declaration of a job that reads its options itself. They are read lazily, when all constants of its
     * class are initialised.
     */
    public JobDefinition attachedBy(JobDefinition.Attach attach, Supplier<List<ConfigOption<?>>> options) {
        return definition(program(options), attach);
    }

    private Program program(Supplier<List<ConfigOption<?>>> options) {
        return new Program(name, mainClass, options, JobResourceOptions.ENVIRONMENT);
    }

    private JobDefinition definition(Program program, JobDefinition.Attach attach) {
        return new JobDefinition(
                program, attach, owned, List.copyOf(published), List.copyOf(read), List.copyOf(tables));
    }
}
