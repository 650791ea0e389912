package io.carriageway.jobs.alert;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of the alerts that a job raises. */
public final class AlertOptions {

    public static final ConfigOption<String> ALERTS = key("alerts")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "Address of a YAML file with the rules of alerts, classpath:, s3: or file: (docs/alerts.md). The client reads it when the job is submitted, and the rules travel with the job. A bounded run raises no alerts and ignores this option. Default: no alerts.");

    public static final ConfigOption<String> TOPIC =
            key("topic.alert").stringType().defaultValue("alert").withDescription("Topic that takes alerts.");

    public static final List<ConfigOption<?>> ALL = List.of(ALERTS, TOPIC);

    private AlertOptions() {}
}
