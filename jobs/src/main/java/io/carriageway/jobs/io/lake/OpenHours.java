package io.carriageway.jobs.io.lake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.util.IOUtils;

/**
 * Writes the rows of each hour with a writer of its own, and limits the number of open writers. Rows of other hours
 * wait until there are many of them, and are then written hour by hour; each of these hours closes the one written to
 * longest ago. The files of a closed hour wait for the checkpoint, as all files do.
 */
final class OpenHours<R, C> implements CommittingSinkWriter<R, C> {

    /** Makes a writer that closes its file when a commit is prepared, and starts another with the next row. */
    interface Writers<R, C> {
        CommittingSinkWriter<R, C> create() throws IOException;
    }

    /** Greatest number of waiting rows. A checkpoint may have to write a file for each of them while the job blocks. */
    static final int WAITING_ROWS = 1_000;

    private static final float USUAL_LOAD = 0.75f;

    /** The context of a waiting row, which arrived in another one. The row's own time decides its folder. */
    private static final Context NO_CONTEXT = new Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public Long timestamp() {
            return null;
        }
    };

    private final ToLongFunction<R> hour;
    private final int limit;
    private final int waitingLimit;
    private final Writers<R, C> writers;

    /** Open writers by hour, the one written to longest ago first. */
    private final Map<Long, CommittingSinkWriter<R, C>> open = new LinkedHashMap<>(16, USUAL_LOAD, true);

    /** Writers without an open file. They are reused, because each keeps a timer until the task ends. */
    private final Deque<CommittingSinkWriter<R, C>> idle = new ArrayDeque<>();

    private final Map<Long, List<R>> waiting = new LinkedHashMap<>();
    private int waitingRows;

    private final List<C> closed = new ArrayList<>();

    OpenHours(ToLongFunction<R> hour, int limit, int waitingLimit, Writers<R, C> writers) {
        this.hour = hour;
        this.limit = limit;
        this.waitingLimit = waitingLimit;
        this.writers = writers;
    }

    @Override
    public void write(R row, Context context) throws IOException, InterruptedException {
        long wanted = hour.applyAsLong(row);
        if (open.containsKey(wanted) || open.size() < limit) {
            writer(wanted).write(row, context);
            return;
        }
        waiting.computeIfAbsent(wanted, none -> new ArrayList<>()).add(row);
        waitingRows++;
        if (waitingRows >= waitingLimit) {
            writeWaiting();
        }
    }

    private void writeWaiting() throws IOException, InterruptedException {
        for (var rows : waiting.entrySet()) {
            var writer = writer(rows.getKey());
            for (var row : rows.getValue()) {
                writer.write(row, NO_CONTEXT);
            }
        }
        waiting.clear();
        waitingRows = 0;
    }

    private CommittingSinkWriter<R, C> writer(long wanted) throws IOException, InterruptedException {
        var writer = open.get(wanted);
        if (writer == null) {
            writer = next();
            open.put(wanted, writer);
        }
        return writer;
    }

    private CommittingSinkWriter<R, C> next() throws IOException, InterruptedException {
        if (open.size() >= limit) {
            closeOldest();
        }
        return idle.isEmpty() ? writers.create() : idle.pop();
    }

    private void closeOldest() throws IOException, InterruptedException {
        var oldest = open.remove(open.keySet().iterator().next());
        idle.push(oldest);
        oldest.flush(false);
        closed.addAll(oldest.prepareCommit());
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writeWaiting();
        for (var writer : open.values()) {
            writer.flush(endOfInput);
        }
    }

    @Override
    public Collection<C> prepareCommit() throws IOException, InterruptedException {
        for (var writer : open.values()) {
            closed.addAll(writer.prepareCommit());
        }
        idle.addAll(open.values());
        open.clear();
        var committables = List.copyOf(closed);
        closed.clear();
        return committables;
    }

    @Override
    public void close() throws Exception {
        var all = new ArrayList<AutoCloseable>(open.values());
        all.addAll(idle);
        IOUtils.closeAll(all);
    }
}
