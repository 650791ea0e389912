package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.files.FileSystems;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.io.jdbc.reference.LakePartitions;
import io.carriageway.jobs.io.lake.compaction.LakeHours;
import io.carriageway.jobs.options.OneLine;
import java.io.PrintStream;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the daily work for a day that is over. If a step fails, the failure is reported and the other steps still run.
 */
public final class Daily {

    private static final Logger LOG = LoggerFactory.getLogger(Daily.class);

    private Daily() {}

    /** All options of the daily work. */
    public static List<ConfigOption<?>> options() {
        return DailyOptions.ALL;
    }

    public static void main(String[] args) {
        try {
            if (!run(FileSystems.open(), System.out, args)) {
                System.exit(1);
            }
        } catch (Exception e) {
            LOG.info("The daily work did not begin", e);
            System.err.println("daily: " + OneLine.of(e));
            System.exit(1);
        }
    }

    /**
     * Runs all steps in order, and prints a line for each.
     *
     * @param flink Flink's settings, which include those of S3
     * @return whether all steps succeeded
     */
    public static boolean run(Configuration flink, PrintStream out, String... args) throws Exception {
        var config = DailyConfig.from(args);
        DatabaseSchema.migrate(config.mysql());
        try (var partitions = LakePartitions.open(config.mysql())) {
            boolean well = true;
            for (var step : steps(config, flink, partitions, out)) {
                well &= succeeds(step, out);
            }
            return well;
        }
    }

    private static List<Step> steps(
            DailyConfig config, Configuration flink, LakePartitions partitions, PrintStream out) {
        var hours = new LakeHours(config.lake(), config.targetBytes());
        var states = new PartitionStates(config, hours, partitions);
        return List.of(
                new Corrections(config),
                states,
                new Compactions(config, hours, partitions, states),
                new AbortStaleUploads(config, flink, out),
                new Retention(config, hours, partitions, out),
                new AbandonedReplays(config));
    }

    private static boolean succeeds(Step step, PrintStream out) {
        try {
            out.println(step.name() + ": " + step.run());
            return true;
        } catch (Exception e) {
            LOG.error("Step {} failed", step.name(), e);
            out.println(step.name() + ": failed: " + OneLine.of(e));
            return false;
        }
    }
}
