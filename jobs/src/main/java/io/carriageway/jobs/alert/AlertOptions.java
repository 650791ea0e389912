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
                    "The rules of alerts (docs/alerts.md): classpath:, s3: or file: address of a YAML file. A file is the client's: it is read when the job is submitted, and travels with it. A bounded run raises none, and refuses it. Default: no alerts.");

    public static final ConfigOption<String> TOPIC =
            key("topic.alert").stringType().defaultValue("alert").withDescription("Topic that takes alerts.");

    public static final List<ConfigOption<?>> ALL = List.of(ALERTS, TOPIC);

    private AlertOptions() {}
}
