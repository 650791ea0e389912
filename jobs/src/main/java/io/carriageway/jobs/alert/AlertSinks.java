package io.carriageway.jobs.alert;

import io.carriageway.alert.AlertTable;
import io.carriageway.event.Alert;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.row.AlertRow;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Connects alerts to Kafka, MySQL and the lake. Opens nothing if there are no rules. */
public final class AlertSinks {

    /**
     * Alerts of every job. A row is written when the alert is raised and again when it is cleared, both times to the
     * lake too.
     */
    public static final Table<AlertRow> ALERT = Table.timed("alert", AlertRow.class, "raised_at", "alert_id");

    /** Upper bound for the size of an alert: a few ids and numbers, and Kafka's overhead. */
    public static final int ALERT_BYTES = 4096;

    private final JobSinks jobSinks;
    private final String topic;

    private AlertSinks(JobSinks jobSinks, String topic) {
        this.jobSinks = jobSinks;
        this.topic = topic;
    }

    /** The alerting of the job that writes the table. Logs a warning for a rule on a site that does not exist. */
    public static Alerting of(JobSinks jobSinks, AlertConfig options, AlertTable table) {
        jobSinks.checkSites(options.rules().of(table));
        var sinks = new AlertSinks(jobSinks, options.topic());
        return new Alerting(options.rules(), sinks::alerts, sinks::announcements);
    }

    private void alerts(DataStream<AlertRow> rows) {
        jobSinks.table(ALERT, rows);
        jobSinks.dataset(rows, ALERT.dataset().orElseThrow(), ALERT.operatorName());
    }

    private void announcements(DataStream<Alert> events) {
        jobSinks.topic(
                events,
                topic,
                EventForm.of(Alert.class, Alert::getSiteId, AlertSinks::timeMillis, ALERT_BYTES),
                "alert-topic");
    }

    /** The time at which the alert was raised or cleared. */
    private static long timeMillis(Alert alert) {
        var cleared = alert.getClearedAt();
        return (cleared == null ? alert.getRaisedAt() : cleared).toEpochMilli();
    }
}
