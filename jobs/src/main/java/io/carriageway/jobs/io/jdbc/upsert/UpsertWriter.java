package io.carriageway.jobs.io.jdbc.upsert;

import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;

/**
 * Keeps the newest row of each key, and writes when a batch is full, the interval has passed, or a checkpoint begins.
 */
final class UpsertWriter<R extends SpecificRecordBase> implements SinkWriter<R> {

    private final UpsertTable<R> table;
    private final BatchExecution<R> execution;
    private final int batchRows;
    private final TreeMap<String, R> pending = new TreeMap<>();

    UpsertWriter(UpsertTable<R> table, BatchExecution<R> execution, int batchRows) {
        this.table = table;
        this.execution = execution;
        this.batchRows = batchRows;
    }

    void flushEvery(Duration interval, ProcessingTimeService clock) {
        var unused = clock.registerTimer(clock.getCurrentProcessingTime() + interval.toMillis(), time -> {
            flush(false);
            flushEvery(interval, clock);
        });
    }

    @Override
    public void write(R row, Context context) throws IOException, InterruptedException {
        pending.merge(table.key(row), row, (stored, next) -> table.gives(stored, next) ? next : stored);
        if (pending.size() >= batchRows) {
            flush(false);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        if (!pending.isEmpty()) {
            execution.run(pending.values());
            pending.clear();
        }
    }

    @Override
    public void close() throws Exception {
        execution.close();
    }
}
