package io.carriageway.jobs.io.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Counts the answers of brokers to the consumer of one subtask, including answers without records. The connector does
 * not expose its consumer. But Kafka passes its metrics to a {@link MetricsReporter}, together with the settings, and
 * one of these is this object. Flink serializes the source and its watermark strategy together, so both use the same
 * object in a subtask.
 */
final class Fetches implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SETTING = "carriageway.fetches";

    private transient volatile KafkaMetric total;

    /** Settings of a consumer whose answers are counted here. */
    Properties settings() {
        var settings = new Properties();
        settings.setProperty(
                CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
                JmxReporter.class.getName() + "," + Reporter.class.getName());
        settings.put(SETTING, this);
        return settings;
    }

    /** Whether there is a consumer. A subtask without partitions has none, and gets no answers. */
    boolean areMade() {
        return total != null;
    }

    /** The number of answers; 0 while there is no consumer. A new consumer counts from 0. */
    long answered() {
        var counter = total;
        return counter == null ? 0 : ((Number) counter.metricValue()).longValue();
    }

    /** The reporter; Kafka creates one for each client with these settings. */
    public static final class Reporter implements MetricsReporter {

        private static final String NAME = "fetch-total";
        private static final String GROUP = "consumer-fetch-manager-metrics";

        private Fetches fetches;

        @Override
        public void configure(Map<String, ?> settings) {
            fetches = (Fetches) settings.get(SETTING);
        }

        @Override
        public void init(List<KafkaMetric> metrics) {
            metrics.forEach(this::metricChange);
        }

        @Override
        public void metricChange(KafkaMetric metric) {
            var name = metric.metricName();
            // the connector's Admin has the reporter but not the object, which is no text
            if (fetches != null && NAME.equals(name.name()) && GROUP.equals(name.group())) {
                fetches.total = metric;
            }
        }

        @Override
        public void metricRemoval(KafkaMetric metric) {
            // its last value stays true
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
