package io.carriageway.jobs.cluster;

import io.carriageway.jobs.check.Check;
import io.carriageway.jobs.check.Check.Result;
import io.carriageway.jobs.check.Checks;
import io.carriageway.jobs.check.Libraries;
import io.carriageway.jobs.check.OptionChecks;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.files.FileSystems;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.OneLine;
import io.carriageway.jobs.replay.ReplayOptions;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;

/**
 * Checks everything that a job needs, and submits nothing. Arguments: {@code --job name}, options of the job, and
 * {@code -p n} for the parallelism. Prints a line for each check; the status is 1 if one fails.
 */
public final class CheckJob {

    private static final String USAGE =
            "check: name one of the jobs first, as in --job weather --config weather.properties; the jobs are "
                    + String.join(", ", Suite.jobNames());

    private CheckJob() {}

    public static void main(String... arguments) throws Exception {
        if (arguments.length < 2
                || !arguments[0].equals("--job")
                || !Suite.jobNames().contains(arguments[1])) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            FileSystems.open();
            var rest = CommandArguments.of(List.of(Arrays.copyOfRange(arguments, 2, arguments.length)));
            System.exit(run(Suite.job(arguments[1]), rest, System.getenv(), System.out) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalConfigurationException | IOException e) {
            System.err.println("check: " + OneLine.of(e));
            System.exit(2);
        }
    }

    /** Whether all is well. */
    static boolean run(JobDefinition job, CommandArguments arguments, Map<String, String> environment, PrintStream out)
            throws InterruptedException, IOException {
        var results = new ArrayList<>(Checks.run(checks(job, arguments, environment)));
        if (results.stream().noneMatch(Result::isFault) && !arguments.gives(ReplayOptions.FROM.key())) {
            // without a limit of time: a large network takes its time
            results.add(
                    BuildCheck.of(job, given(job, arguments), arguments.job()).result());
        }
        results.stream().map(Result::line).forEach(out::println);
        return results.stream().noneMatch(Result::isFault);
    }

    private static Configuration given(JobDefinition job, CommandArguments arguments) throws IOException {
        return JobArguments.parse(
                arguments.job().toArray(new String[0]),
                job.options(),
                job.program().environment());
    }

    private static List<Check> checks(JobDefinition job, CommandArguments arguments, Map<String, String> environment) {
        var checks = new ArrayList<>(List.of(Libraries.check()));
        checks.addAll(FlinkChecks.of(environment, arguments.flink()));
        try {
            var given = given(job, arguments);
            checks.addAll(OptionChecks.of(job.options(), given));
            checks.addAll(job.checks().of(given));
        } catch (Exception e) {
            checks.add(Check.failed("options", OneLine.of(e)));
        }
        return checks;
    }
}
