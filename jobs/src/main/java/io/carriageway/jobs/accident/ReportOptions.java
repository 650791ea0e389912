package io.carriageway.jobs.accident;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/** The option of the jobs that read reports on accidents. */
public final class ReportOptions {

    public static final ConfigOption<Duration> LIMIT = key("report.limit")
            .durationType()
            .defaultValue(Duration.ofHours(24))
            .withDescription(
                    "A report made later than this after the accident is rejected. Rows of accidents become final this much later, and for so long weather is kept for them.");

    private ReportOptions() {}
}
