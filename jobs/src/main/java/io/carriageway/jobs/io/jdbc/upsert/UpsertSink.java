package io.carriageway.jobs.io.jdbc.upsert;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;

/**
 * Upserts rows in batches over the JDBC connector's connection provider. Writes at least once, and exactly once in
 * effect by the table's guard. The connector's own sink fails the job if the database is unavailable; this one waits.
 */
public final class UpsertSink<R extends SpecificRecordBase> implements Sink<R> {

    private static final int BATCH_ROWS = 1_000;
    private static final Duration FLUSH_INTERVAL = Duration.ofMillis(500);

    private final MySqlConnection connection;
    private final UpsertTable<R> table;

    public UpsertSink(MySqlConnection connection, UpsertTable<R> table) {
        this.connection = connection;
        this.table = table;
    }

    @Override
    public SinkWriter<R> createWriter(WriterInitContext context) {
        var metrics = context.metricGroup();
        var execution = new BatchExecution<>(
                table,
                new SimpleJdbcConnectionProvider(connection.connectorOptions()),
                metrics.counter("databaseRetries"));
        metrics.gauge("refusedRows", execution::refusedRows);
        var writer = new UpsertWriter<>(table, execution, BATCH_ROWS);
        writer.flushEvery(FLUSH_INTERVAL, context.getProcessingTimeService());
        return writer;
    }
}
