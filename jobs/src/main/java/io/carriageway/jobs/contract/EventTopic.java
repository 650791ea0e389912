package io.carriageway.jobs.contract;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.intake.EventOfRow;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.TopicRules;
import io.carriageway.jobs.io.lake.Dataset;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;

/**
 * A Kafka topic of events, declared once: its record, its rules, and the dataset that keeps what was accepted of it.
 *
 * @param name by which the suite calls the topic; in a cluster it may have another, which option {@code topic.<name>}
 *     tells
 * @param events what its records are, in the plural, as a description says it
 * @param rules the rules by a job's options
 * @param ruleOptions the options that {@code rules} reads
 * @param dataset accepted and late events, by event time
 * @param eventOfRow the event that a row of the dataset keeps
 * @param rare whether nothing may happen for long, so that silence is no gap
 * @param timing when its events are late, and where its hours begin
 */
public record EventTopic<R extends SpecificRecordBase, E extends SpecificRecordBase>(
        String name,
        String events,
        Class<E> record,
        Function<Configuration, TopicRules<E>> rules,
        List<ConfigOption<?>> ruleOptions,
        Dataset<R> dataset,
        MapFunction<R, ReceivedEvent<E>> eventOfRow,
        boolean rare,
        Timing timing) {

    /**
     * How the job that owns a topic takes its time.
     *
     * @param lateness the default of the job's option lateness.limit
     * @param hoursBegin the option that tells how long after the UTC hour its windows begin; empty: with the UTC hour
     */
    public record Timing(Duration lateness, Optional<ConfigOption<Duration>> hoursBegin) {

        /** Of most topics, and of jobs that own none. */
        public static final Timing USUAL = new Timing(Duration.ofMinutes(10), Optional.empty());
    }

    /** A topic whose rules have no options, and whose dataset has the events' own fields. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventTopic<R, E> of(
            String name, String events, TopicRules<E> rules, Dataset<R> dataset) {
        var record = rules.recordClass();
        return new EventTopic<>(
                name, events, record, any -> rules, List.of(), dataset, new EventOfRow<>(record), false, Timing.USUAL);
    }

    /** The same topic with rules that depend on options. */
    public EventTopic<R, E> withRules(Function<Configuration, TopicRules<E>> rules, ConfigOption<?>... options) {
        return new EventTopic<>(name, events, record, rules, List.of(options), dataset, eventOfRow, rare, timing);
    }

    /** The same topic with a dataset whose rows have not the events' own fields. */
    public EventTopic<R, E> keptBy(MapFunction<R, ReceivedEvent<E>> eventOfRow) {
        return new EventTopic<>(name, events, record, rules, ruleOptions, dataset, eventOfRow, rare, timing);
    }

    /** The same topic, in which nothing may happen for long. */
    public EventTopic<R, E> ofRareEvents() {
        return new EventTopic<>(name, events, record, rules, ruleOptions, dataset, eventOfRow, true, timing);
    }

    /** The same topic, of which the owner job takes an event for late after so long where its options do not tell. */
    public EventTopic<R, E> lateAfter(Duration lateness) {
        return with(new Timing(lateness, timing.hoursBegin()));
    }

    /**
     * The same topic, of which windows and ranges of replays begin so long after the UTC hour as the option tells, 0
     * min to 59 min: where local time is half an hour off, the hours that people count in are too.
     */
    public EventTopic<R, E> hoursBegin(ConfigOption<Duration> option) {
        return with(new Timing(timing.lateness(), Optional.of(option)));
    }

    private EventTopic<R, E> with(Timing other) {
        return new EventTopic<>(name, events, record, rules, ruleOptions, dataset, eventOfRow, rare, other);
    }

    /** How the operators that read and write the dataset are called in a job. */
    public String operatorName() {
        return dataset.name().replace('_', '-');
    }

    /** Names the topic in the cluster. Options are equal where their keys are, so each call may make one. */
    public ConfigOption<String> option() {
        return key("topic." + name)
                .stringType()
                .defaultValue(name)
                .withDescription("Topic of the %s.".formatted(events));
    }

    /** What a job that takes the topic in can set about it. */
    public List<ConfigOption<?>> options() {
        return Stream.<ConfigOption<?>>concat(Stream.of(option()), ruleOptions.stream())
                .toList();
    }

    /** The type of the events as every pipeline passes them on. */
    @SuppressWarnings("unchecked") // the record's class tells what the class of its envelope cannot
    public TypeInformation<ReceivedEvent<E>> type() {
        var fields = Arrays.stream(ReceivedEvent.class.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, this::typeOf));
        return Types.POJO((Class<ReceivedEvent<E>>) (Class<?>) ReceivedEvent.class, fields);
    }

    private TypeInformation<?> typeOf(RecordComponent field) {
        boolean isEvent = field.getGenericType() instanceof TypeVariable<?>;
        return isEvent ? new AvroTypeInfo<>(record) : TypeInformation.of(field.getType());
    }
}
