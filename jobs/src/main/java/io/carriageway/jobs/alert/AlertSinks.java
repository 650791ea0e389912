package io.carriageway.jobs.alert;

import io.carriageway.event.Alert;
import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.jobs.io.kafka.EventForm;
import io.carriageway.row.AlertRow;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where alerts go in the product: Kafka, MySQL and the lake. Nothing is opened where there are no rules. */
public final class AlertSinks {

    private static final UpsertTable<AlertRow> ALERT =
            UpsertTable.of("alert", AlertRow.getClassSchema(), List.of("alert_id"), "raised_at");

    private final JobStores stores;
    private final String topic;

    private AlertSinks(JobStores stores, String topic) {
        this.stores = stores;
        this.topic = topic;
    }

    public static Alerting of(JobStores stores, AlertOptions options) {
        var sinks = new AlertSinks(stores, options.topic());
        return new Alerting(options.rules(), sinks::alerts, sinks::announcements);
    }

    private void alerts(DataStream<AlertRow> rows) {
        stores.table(rows, ALERT, "alert");
        stores.dataset(rows, "alert", AlertRow.class, AlertRow::getRaisedAt, "alert");
    }

    private void announcements(DataStream<Alert> events) {
        stores.topic(events, topic, EventForm.of(Alert.class, Alert::getSiteId, AlertSinks::timeMillis), "alert-topic");
    }

    /** When it was raised, or cleared. */
    private static long timeMillis(Alert alert) {
        var cleared = alert.getClearedAt();
        return (cleared == null ? alert.getRaisedAt() : cleared).toEpochMilli();
    }
}
