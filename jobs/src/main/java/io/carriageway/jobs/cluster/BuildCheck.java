package io.carriageway.jobs.cluster;

import io.carriageway.jobs.check.Check;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Builds the job and throws it away: that reads its roads, model and rules of alerts, and the values of all options. A
 * build migrates the database, so it is left out if there is something to migrate.
 */
final class BuildCheck {

    private BuildCheck() {}

    static Check of(JobDefinition job, Configuration given, List<String> arguments) {
        return new Check("job", () -> {
            int scripts = DatabaseSchema.pending(MySqlConnection.of(given));
            if (scripts > 0) {
                return Optional.of(
                        "not built, because the database lacks %d scripts: run bin/migrate, or let the job do it"
                                .formatted(scripts));
            }
            var env = new StreamExecutionEnvironment(GlobalConfiguration.loadConfiguration());
            var unused = job.attach().to(env, arguments.toArray(new String[0]));
            return Optional.empty();
        });
    }
}
