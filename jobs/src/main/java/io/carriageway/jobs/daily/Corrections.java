package io.carriageway.jobs.daily;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recomputes the date with its late events, job by job, under the next revision. */
record Corrections(DailyConfig config, Map<String, Job> jobs) implements Step {

    /** A job that recomputes a range. */
    interface Job {
        void main(String... arguments) throws Exception;

        /** Time from the UTC hour to the start of its ranges, by the options in that file. */
        default Duration hourOffset(String file) throws IOException {
            return Duration.ZERO;
        }
    }

    private record JobOfSuite(JobDefinition job) implements Job {

        @Override
        public void main(String... arguments) throws Exception {
            job.run(arguments);
        }

        @Override
        public Duration hourOffset(String file) throws IOException {
            var program = job.program();
            var arguments = new String[] {CONFIG, file};
            return job.timing(JobArguments.parse(arguments, program.options(), program.environment()))
                    .hourOffset();
        }
    }

    private static final String CONFIG = "--config";
    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);

    Corrections(DailyConfig config) {
        this(config, Suite.JOBS.stream().collect(Collectors.toMap(JobDefinition::name, JobOfSuite::new)));
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public String run() {
        var unknown = new TreeSet<>(config.corrected().keySet());
        unknown.removeAll(jobs.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no jobs %s; there are %s".formatted(unknown, new TreeSet<>(jobs.keySet())));
        }
        var names = String.join(", ", config.corrected().keySet());
        if (config.corrected().isEmpty() || config.dryRun()) {
            return names.isEmpty() ? "no job is named by --correct" : names + " would correct " + config.date();
        }
        var failures = new ArrayList<String>();
        config.corrected().forEach((name, file) -> {
            try {
                jobs.get(name).main(arguments(file, jobs.get(name).hourOffset(file)));
            } catch (Exception e) {
                LOG.error("The correction by job {} failed", name, e);
                failures.add(name + ": " + e.getMessage());
            }
        });
        if (!failures.isEmpty()) {
            throw new IllegalStateException("of %s failed %s".formatted(names, failures));
        }
        return names + " corrected " + config.date();
    }

    /** A day of hours that start after the UTC hour starts later by the same time. */
    private String[] arguments(String file, Duration hourOffset) {
        var from = config.date().atStartOfDay().toInstant(ZoneOffset.UTC).plus(hourOffset);
        var to = config.date()
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plus(hourOffset);
        return new String[] {
            CONFIG, file, "--input", "lake", "--include-late", "true", "--from", from.toString(), "--to", to.toString()
        };
    }
}
