package io.carriageway.jobs.io.kafka;

import io.carriageway.intake.FinalWatermarkOperator;
import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.topology.Steps;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.TimeUtils;

/** Reads a topic as a stream whose watermark follows each partition's arrival times, never the clocks of devices. */
public record KafkaInput(KafkaClient client, Duration watermarkBound, Duration idleAfter) {

    /**
     * Checks {@code idleAfter}. Flink would refuse 0 only where the source runs, and the job would restart again and
     * again.
     */
    public KafkaInput {
        if (idleAfter.isZero() || idleAfter.isNegative()) {
            throw new IllegalArgumentException("option --%s must be longer than 0 s, but is %s"
                    .formatted(KafkaOptions.IDLE_AFTER.key(), TimeUtils.formatWithHighestUnit(idleAfter)));
        }
    }

    public static KafkaInput of(Configuration configuration) {
        return new KafkaInput(
                KafkaClient.of(configuration),
                JobArguments.require(configuration, KafkaOptions.WATERMARK_BOUND),
                JobArguments.require(configuration, KafkaOptions.IDLE_AFTER));
    }

    /** Reads from the earliest record; after a restore, from the offsets in the checkpoint. */
    public DataStream<RawRecord> read(StreamExecutionEnvironment env, String topic, String group)
            throws InterruptedException {
        TopicClock.report(client, topic);
        var fetches = new Fetches();
        var source = source(topic)
                .setProperties(fetches.settings())
                .setGroupId(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty("partition.discovery.interval.ms", "60000")
                .setProperty("default.api.timeout.ms", KafkaOptions.LONGEST_OUTAGE_MILLIS)
                .build();
        return records(env, source, ArrivalClock.live(watermarkBound, idleAfter, fetches), topic);
    }

    /** Reads the records of the range. The stream of a bounded range ends and must have no gap. */
    public DataStream<RawRecord> read(StreamExecutionEnvironment env, String topic, String group, ArrivalRange range)
            throws InterruptedException {
        return range.isBounded() ? readBounded(env, topic, range) : read(env, topic, group);
    }

    /**
     * Reads without idleness, because every partition ends, and without a group, because the group shows the live job's
     * progress.
     */
    private DataStream<RawRecord> readBounded(StreamExecutionEnvironment env, String topic, ArrivalRange range)
            throws InterruptedException {
        var disordered = disordered(range);
        TopicClock.report(client, topic);
        TopicHistory.of(client, topic, disordered).check(disordered);
        var source = source(topic)
                .setStartingOffsets(
                        OffsetsInitializer.timestamp(disordered.start().toEpochMilli()))
                .setBounded(OffsetsInitializer.timestamp(disordered.end().toEpochMilli()))
                .build();
        return records(env, source, ArrivalClock.bounded(watermarkBound), topic);
    }

    /** The number of records that a bounded run reads. */
    public long records(String topic, ArrivalRange range) throws InterruptedException {
        return TopicHistory.of(client, topic, disordered(range)).records();
    }

    /** Extends the range, because older records may follow the first one that arrived at its end, within that bound. */
    private ArrivalRange disordered(ArrivalRange range) {
        return new ArrivalRange(range.start(), range.from(), range.end().plus(watermarkBound), range.demand());
    }

    private KafkaSourceBuilder<RawRecord> source(String topic) {
        return KafkaSource.<RawRecord>builder()
                .setProperties(client.settings())
                .setTopics(topic)
                .setDeserializer(new RawRecordDeserializer());
    }

    private static DataStream<RawRecord> records(
            StreamExecutionEnvironment env, KafkaSource<RawRecord> source, ArrivalClock arrivalClock, String topic) {
        // a topic may have the name of an operator, as accident has
        return Steps.source(env, topic + "-source", source, arrivalClock)
                .inChain()
                .operator(topic + "-final-watermark", new FinalWatermarkOperator<>())
                .stream();
    }
}
