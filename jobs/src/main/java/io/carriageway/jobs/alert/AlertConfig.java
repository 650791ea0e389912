package io.carriageway.jobs.alert;

import io.carriageway.alert.AlertRules;
import io.carriageway.jobs.io.files.ReferenceFile;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.ReplayArguments;
import java.io.IOException;
import org.apache.flink.configuration.Configuration;

/** By which rules a job raises alerts, and which topic tells of them. */
public record AlertConfig(AlertRules rules, String topic) {

    /**
     * Reads the rules too, so that wrong ones are told before anything is begun. A bounded run raises no alerts: it may
     * have the options of the live job, but no rules.
     */
    public static AlertConfig of(Configuration given) throws IOException {
        var address = JobArguments.optional(given, AlertOptions.ALERTS);
        var rules = address == null || ReplayArguments.replay(given).isBounded()
                ? AlertRules.NONE
                : AlertRules.parse(new ReferenceFile(address).read(), address);
        return new AlertConfig(rules, JobArguments.require(given, AlertOptions.TOPIC));
    }
}
