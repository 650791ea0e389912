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
 * A Kafka topic of events, declared once: its record, its rules, and the dataset of its accepted and late events.
 *
 * @param name the suite's name of the topic; option {@code topic.<name>} gives its name in a cluster
 * @param events description of its records, in the plural
 * @param rules makes the rules from a job's options
 * @param ruleOptions the options that {@code rules} reads
 * @param dataset accepted and late events, by event time
 * @param eventOfRow converts a row of the dataset to its event
 * @param rare whether events are so rare that silence is no gap
 * @param timing the lateness of its events, and the start of its hours
 * @param largestBytes greatest size of a record that a job publishes; 0 if the events come from outside
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
        Timing timing,
        int largestBytes) {

    /**
     * Times of the job that owns a topic.
     *
     * @param lateness the default of the job's option lateness.limit
     * @param hoursBegin the option for the time from the UTC hour to the start of its windows; empty if they start with
     *     the UTC hour
     */
    public record Timing(Duration lateness, Optional<ConfigOption<Duration>> hoursBegin) {

        /** The timing of most topics, and of jobs that own none. */
        public static final Timing USUAL = new Timing(Duration.ofMinutes(10), Optional.empty());
    }

    /** A topic whose rules have no options, and whose dataset has the fields of the events. */
    public static <R extends SpecificRecordBase, E extends SpecificRecordBase> EventTopic<R, E> of(
            String name, String events, TopicRules<E> rules, Dataset<R> dataset) {
        var record = rules.recordClass();
        return new EventTopic<>(
                name,
                events,
                record,
                any -> rules,
                List.of(),
                dataset,
                new EventOfRow<>(record),
                false,
                Timing.USUAL,
                0);
    }

    /** This topic with rules that depend on options. */
    public EventTopic<R, E> withRules(Function<Configuration, TopicRules<E>> rules, ConfigOption<?>... options) {
        return new EventTopic<>(
                name, events, record, rules, List.of(options), dataset, eventOfRow, rare, timing, largestBytes);
    }

    /** This topic with a dataset whose rows have other fields than the events. */
    public EventTopic<R, E> keptBy(MapFunction<R, ReceivedEvent<E>> eventOfRow) {
        return new EventTopic<>(
                name, events, record, rules, ruleOptions, dataset, eventOfRow, rare, timing, largestBytes);
    }

    /** This topic, whose events are so rare that silence is no gap. */
    public EventTopic<R, E> ofRareEvents() {
        return new EventTopic<>(
                name, events, record, rules, ruleOptions, dataset, eventOfRow, true, timing, largestBytes);
    }

    /** This topic, whose records a job publishes, each of at most that size with its key and Kafka's overhead. */
    public EventTopic<R, E> publishedWithin(int bytes) {
        return new EventTopic<>(name, events, record, rules, ruleOptions, dataset, eventOfRow, rare, timing, bytes);
    }

    /** This topic with that default for the owner's option lateness.limit. */
    public EventTopic<R, E> lateAfter(Duration lateness) {
        return with(new Timing(lateness, timing.hoursBegin()));
    }

    /**
     * This topic with windows and replay ranges that start after the UTC hour by the value of the option: 0, 15, 30 or
     * 45 min. Where local time is half an hour off UTC, the hours of detectors are too.
     */
    public EventTopic<R, E> hoursBegin(ConfigOption<Duration> option) {
        return with(new Timing(timing.lateness(), Optional.of(option)));
    }

    private EventTopic<R, E> with(Timing other) {
        return new EventTopic<>(
                name, events, record, rules, ruleOptions, dataset, eventOfRow, rare, other, largestBytes);
    }

    /** The name of the operators that read and write the dataset in a job. */
    public String operatorName() {
        return dataset.name().replace('_', '-');
    }

    /**
     * The option for the topic's name in the cluster. Options are equal if their keys are, so each call may create one.
     */
    public ConfigOption<String> option() {
        return key("topic." + name)
                .stringType()
                .defaultValue(name)
                .withDescription("Topic of the %s.".formatted(events));
    }

    /** The options of a job that reads the topic. */
    public List<ConfigOption<?>> options() {
        return Stream.<ConfigOption<?>>concat(Stream.of(option()), ruleOptions.stream())
                .toList();
    }

    /** The type of the events in every pipeline. */
    @SuppressWarnings("unchecked") // the class of the envelope does not contain the record's class, which is known here
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
