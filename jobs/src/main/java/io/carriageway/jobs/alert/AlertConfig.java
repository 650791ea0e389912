package io.carriageway.jobs.alert;

import io.carriageway.alert.AlertRules;
import io.carriageway.jobs.io.files.ReferenceFile;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.ReplayArguments;
import java.io.IOException;
import org.apache.flink.configuration.Configuration;

/** The rules by which a job raises alerts, and the topic for alerts. */
public record AlertConfig(AlertRules rules, String topic) {

    /**
     * Reads the rules as well, so that invalid rules are reported before the job starts. A bounded run raises no
     * alerts: it accepts the live job's options and ignores the rules.
     */
    public static AlertConfig of(Configuration given) throws IOException {
        var address = JobArguments.optional(given, AlertOptions.ALERTS);
        var rules = address == null || ReplayArguments.replay(given).isBounded()
                ? AlertRules.NONE
                : AlertRules.parse(new ReferenceFile(address).read(), address);
        return new AlertConfig(rules, JobArguments.require(given, AlertOptions.TOPIC));
    }
}
