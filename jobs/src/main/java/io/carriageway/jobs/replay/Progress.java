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

/** How far a bounded run is: how many of the events that it must read it has read. */
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

    /** Adds what another input holds. */
    public void expect(long events) {
        expected += events;
    }

    /** Counts what passes, in the chain of the step before. */
    public static <T> DataStream<T> counted(DataStream<T> events, String name) {
        return Steps.of(events).inChain().map(name, new CountEvents<>(), events.getType()).stream();
    }

    /**
     * Waits for the end of a job, and tells now and then how far it is.
     *
     * @throws ExecutionException where the job failed
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

    /** Nothing where the cluster does not answer, as one that has just ended with its job. */
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

    /** Events read, of how many where that is known, how fast, and for how long at that rate. */
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

    /** Nothing while nothing was read, for then there is no rate to tell by. */
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
