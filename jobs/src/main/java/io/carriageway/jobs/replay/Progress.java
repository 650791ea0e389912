package io.carriageway.jobs.replay;

import io.carriageway.jobs.topology.Steps;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Shows the progress of a bounded run: the number of events read, of those that it must read. */
public final class Progress {

    private static final String EVENTS_READ = "events-read";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Duration interval;
    private final PrintStream out;
    private long expected;

    public Progress(Duration interval, PrintStream out) {
        this.interval = interval;
        this.out = out;
    }

    /** Adds the number of events of another input. */
    public void expect(long events) {
        expected += events;
    }

    /** Counts the events that pass, in the chain of the step before. */
    public static <T> DataStream<T> counted(DataStream<T> events, String name) {
        return Steps.of(events).inChain().map(name, new CountEvents<>(), events.getType()).stream();
    }

    /**
     * Waits for the end of a job, and prints its progress from time to time.
     *
     * @throws ExecutionException if the job failed
     */
    public void follow(JobClient job, String name) throws ExecutionException, InterruptedException {
        var result = job.getJobExecutionResult();
        long start = System.nanoTime();
        while (true) {
            try {
                var ended = result.get(interval.toMillis(), TimeUnit.MILLISECONDS);
                Long read = ended.getAccumulatorResult(EVENTS_READ);
                tell(name, read == null ? 0 : read, start);
                return;
            } catch (TimeoutException e) {
                readSoFar(job).ifPresent(read -> tell(name, read, start));
            }
        }
    }

    /** The number of events read; empty if the cluster does not answer, for example because it ended with its job. */
    private static Optional<Long> readSoFar(JobClient job) throws InterruptedException {
        try {
            return Optional.ofNullable((Long) job.getAccumulators().get().get(EVENTS_READ));
        } catch (ExecutionException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void tell(String name, long read, long startNanos) {
        out.println(line(name, read, expected, (System.nanoTime() - startNanos) / NANOS_PER_SECOND));
    }

    /** Formats the number of events read, the total if known, the rate, and the remaining time at that rate. */
    static String line(String name, long read, long expected, double seconds) {
        double rate = read / seconds;
        if (expected == 0) {
            return String.format(Locale.ROOT, "%s: %,d events, %,.0f a second", name, read, rate);
        }
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d events, %,.0f a second%s",
                name,
                read,
                expected,
                rate,
                rest(read, expected, rate));
    }

    /** The remaining time; empty before anything was read, because then there is no rate. */
    private static String rest(long read, long expected, double rate) {
        if (read >= expected) {
            return ", all read";
        }
        return read == 0 ? "" : String.format(Locale.ROOT, ", %,.0f s left", (expected - read) / rate);
    }

    private static final class CountEvents<T> extends RichMapFunction<T, T> {

        private final LongCounter read = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(EVENTS_READ, read);
        }

        @Override
        public T map(T event) {
            read.add(1);
            return event;
        }
    }
}
