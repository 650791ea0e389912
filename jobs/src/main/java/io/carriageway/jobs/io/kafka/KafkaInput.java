package io.carriageway.jobs.io.kafka;

import io.carriageway.intake.LastWatermark;
import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.JobArguments;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A topic as a stream of records whose watermark is each partition's arrival clock, never a device's. */
public record KafkaInput(String bootstrap, Duration watermarkBound, Duration idleAfter) {

    public static KafkaInput of(Configuration configuration) {
        return new KafkaInput(
                JobArguments.require(configuration, KafkaOptions.BOOTSTRAP),
                JobArguments.require(configuration, KafkaOptions.WATERMARK_BOUND),
                JobArguments.require(configuration, KafkaOptions.IDLE_AFTER));
    }

    /** Reads from the earliest record; after a restore, from where the checkpoint left off. */
    public DataStream<RawRecord> read(StreamExecutionEnvironment env, String topic, String group)
            throws InterruptedException {
        TopicClock.report(bootstrap, topic);
        var source = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(bootstrap)
                .setTopics(topic)
                .setGroupId(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordDeserializer())
                .setProperty("partition.discovery.interval.ms", "60000")
                .build();
        var arrivalClock = WatermarkStrategy.<RawRecord>forBoundedOutOfOrderness(watermarkBound)
                .withIdleness(idleAfter);
        // a topic may be called like an operator: accident is
        var sourceName = topic + "-source";
        var records = env.fromSource(source, arrivalClock, sourceName).uid(sourceName);
        var name = topic + "-last-watermark";
        return records.transform(name, records.getType(), new LastWatermark<>())
                .name(name)
                .uid(name)
                .setParallelism(records.getParallelism());
    }
}
