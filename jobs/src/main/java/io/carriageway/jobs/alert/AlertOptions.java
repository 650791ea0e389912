package io.carriageway.jobs.alert;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.alert.AlertRules;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.io.files.ReferenceFile;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** By which rules a job raises alerts, and which topic tells of them. */
public record AlertOptions(AlertRules rules, String topic) {

    private static final ConfigOption<String> ALERTS = key("alerts")
            .stringType()
            .noDefaultValue()
            .withDescription(
                    "The rules of alerts (docs/alerts.md): classpath:, s3: or file: address of a YAML file. A file is the client's: it is read when the job is submitted, and travels with it. A bounded run raises none, and refuses it. Default: no alerts.");
    private static final ConfigOption<String> TOPIC =
            key("topic.alert").stringType().defaultValue("alert").withDescription("Topic that takes alerts.");

    public static final List<ConfigOption<?>> OPTIONS = List.of(ALERTS, TOPIC);

    /**
     * Reads the rules too, so that wrong ones are told before anything is begun. A bounded run raises no alerts: it may
     * have the options of the live job, but no rules.
     */
    public static AlertOptions of(Configuration given) throws IOException {
        var address = JobArguments.optional(given, ALERTS);
        var rules = address == null || ReplayOptions.replay(given).isBounded()
                ? AlertRules.NONE
                : AlertRules.parse(new ReferenceFile(address).read(), address);
        return new AlertOptions(rules, JobArguments.require(given, TOPIC));
    }
}
