package io.carriageway.jobs.migrate;

import io.carriageway.jobs.daily.Daily;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.MySqlOptions;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.OneLine;
import io.carriageway.jobs.suite.Suite;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/**
 * Creates or upgrades the tables and views of the database, as each job does when it is submitted. A database whose
 * jobs may not change tables is upgraded by another user with this command.
 */
public final class Migrate {

    private Migrate() {}

    /** Takes the options file of any job, of which it reads the connection to the database. */
    public static void main(String... arguments) {
        try {
            System.out.println(run(arguments));
        } catch (Exception e) {
            System.err.println("migrate: " + OneLine.of(e));
            System.exit(1);
        }
    }

    /** Returns what was done. */
    static String run(String... arguments) throws Exception {
        var given = JobArguments.parse(arguments, known(), MySqlOptions.ENVIRONMENT);
        var connection = MySqlConnection.of(given);
        var done = DatabaseSchema.migrate(connection);
        return "database %s: %d scripts have run, its version is %s"
                .formatted(connection.database(), done.scripts(), done.version());
    }

    private static List<ConfigOption<?>> known() {
        return Stream.concat(
                        Suite.JOBS.stream().map(JobDefinition::program).flatMap(program -> program.options().stream()),
                        Daily.options().stream())
                .distinct()
                .toList();
    }
}
