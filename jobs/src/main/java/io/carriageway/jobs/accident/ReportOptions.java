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
                    "Greatest time after an accident at which a report on it may be made. A later report is rejected. A larger value makes rows of accidents final that much later, and keeps weather for them that much longer.");

    private ReportOptions() {}
}
