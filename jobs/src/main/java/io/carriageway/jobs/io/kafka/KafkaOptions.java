package io.carriageway.jobs.io.kafka;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of a job that reads from Kafka. */
public final class KafkaOptions {

    public static final ConfigOption<String> BOOTSTRAP = key("kafka.bootstrap")
            .stringType()
            .noDefaultValue()
            .withDescription("Addresses of the brokers, host:port, separated by commas.");

    public static final ConfigOption<String> CLIENT = key("kafka.client.*")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Property of Kafka's clients by Kafka's own name, as in kafka.client.security.protocol=SASL_SSL (docs/security.md). Consumers, producers and admin clients get it alike. A secret is a reference, ${env:NAME}, ${file:/path/of.properties:key} or ${directory:/folder:file}, which each process resolves. Default: none; the connection is not secured.");

    static final ConfigOption<String> OUTPUT_BOOTSTRAP = key("kafka.output.bootstrap")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Addresses of the brokers of another cluster, which has the topics that the job writes: dead letters, alerts, detections. Inputs are always read from kafka.bootstrap, also topics that another job writes. Default: the cluster of kafka.bootstrap.");

    static final ConfigOption<String> OUTPUT_CLIENT = key("kafka.output.client.*")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Property of Kafka's clients for the cluster of kafka.output.bootstrap, as kafka.client.* for the inputs. The two share no property. Default: none; the connection is not secured.");

    public static final ConfigOption<Duration> WATERMARK_BOUND = key("watermark.bound")
            .durationType()
            .defaultValue(Duration.ofSeconds(5))
            .withDescription(
                    "Greatest time by which arrival times in one partition may be out of order. A larger value delays every row by as much.");

    public static final ConfigOption<Duration> IDLE_AFTER = key("partition.idle-after")
            .durationType()
            .defaultValue(Duration.ofSeconds(30))
            .withDescription(
                    "Time without records after which a partition counts as idle and no longer holds back the watermark. If it then sends events older than partition.lag, they miss their windows. A larger value delays rows longer when a partition is silent.");

    public static final List<ConfigOption<?>> ALL =
            List.of(BOOTSTRAP, CLIENT, OUTPUT_BOOTSTRAP, OUTPUT_CLIENT, WATERMARK_BOUND, IDLE_AFTER);

    /**
     * Time for which a job blocks while brokers are unavailable, before it fails and is restarted. By default Kafka's
     * clients give up after one or two minutes.
     */
    static final String LONGEST_OUTAGE_MILLIS =
            String.valueOf(Duration.ofHours(1).toMillis());

    private KafkaOptions() {}

    /** The consumer group of a job. Options are equal if their keys are, so each call may create one. */
    public static ConfigOption<String> group(String flinkName) {
        return key("kafka.group")
                .stringType()
                .defaultValue(flinkName)
                .withDescription(
                        "Consumer group under which progress is shown. The job starts from its checkpoint, or without one from the earliest record.");
    }
}
