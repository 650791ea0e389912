package io.carriageway.jobs.alert;

import io.carriageway.alert.AlertChange;
import io.carriageway.alert.AlertClock;
import io.carriageway.alert.AlertRule;
import io.carriageway.alert.AlertRules;
import io.carriageway.alert.RaiseAlerts;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.event.Alert;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.AlertRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Raises alerts on the rows of a job.
 *
 * <pre>
 * rows -> site-rows -+-> final-site-rows -> per site -+-> alerts
 *                    |                                +-> announcements
 *                    +-> per site, early ---------------> announcements
 * </pre>
 *
 * @param alerts destination of alerts of record, each when it is raised and when it is cleared
 * @param announcements destination of the same alerts and of those that were judged early
 */
public record Alerting(
        AlertRules rules, Consumer<DataStream<AlertRow>> alerts, Consumer<DataStream<Alert>> announcements) {

    /** No rules; adds nothing to a job. */
    public static final Alerting NONE = new Alerting(AlertRules.NONE, rows -> {}, events -> {});

    /** Evaluates the rules on the rows' table. Adds nothing to the job if there are no such rules. */
    public <R> void attach(DataStream<R> rows, SiteMetrics<R> metrics, EventTimeConfig timing) {
        var table = metrics.table();
        var own = rules.of(table);
        if (own.isEmpty()) {
            return;
        }
        var windows = timing.eventWindows(Duration.ofMillis(table.windowMillis()));
        var siteRows =
                Steps.of(rows).map("site-rows", metrics::of, SiteRow.class).ignoreIdleness("site-ignore-idleness");
        var finals = siteRows.filter("final-site-rows", SiteRow::complete);
        var ofRecord = raise(finals, own, new AlertClock(windows, false), "alert");
        var early = raise(siteRows, own, new AlertClock(windows, true), "early-alert");

        alerts.accept(ofRecord);
        announcements.accept(
                announce(ofRecord, false, "alert-events").union(announce(early, true, "early-alert-events")));
    }

    private static DataStream<AlertRow> raise(
            Steps<SiteRow> rows, List<AlertRule> rules, AlertClock clock, String name) {
        return rows.keyBy(SiteRow::siteId).process(name, new RaiseAlerts(rules, clock), AlertRow.class).stream();
    }

    private static DataStream<Alert> announce(DataStream<AlertRow> alerts, boolean early, String name) {
        return Steps.of(alerts).map(name, row -> AlertChange.announcement(row, early), Alert.class).stream();
    }
}
