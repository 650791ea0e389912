package io.carriageway.sandbox.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.oracle.Topic.Sent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A job, its input with every trouble in it, and the judge of all that it stores. What happens to the job meanwhile is
 * the test's to choose; the verdict must be the same.
 */
public abstract class Trial {

    private static final Duration LONGEST_READ = Duration.ofMinutes(3);

    /** Begins as no event does. */
    private static final byte[] BAD = {1, 2, 3};

    /** The default of option watermark.bound. */
    private static final Duration WATERMARK_BOUND = Duration.ofSeconds(5);

    /** The records of one topic, made when the first is sent. */
    public record Input(Topic topic, Supplier<List<Sent>> records) {}

    private record Addressed(Topic topic, Sent record) {}

    private final JobRun run;
    private final JobRun.Attach job;
    private final List<Input> inputs;
    private List<Addressed> inOrderOfArrival;

    protected Trial(JobRun run, JobRun.Attach job, List<Input> inputs) {
        this.run = run;
        this.job = job;
        this.inputs = inputs;
        run.option("kafka.group", run.name());
        // a partition may be slow here, while others work or nobody does, but is never idle
        run.option("partition.idle-after", "10 min");
    }

    public final JobRun run() {
        return run;
    }

    public final StreamGraph plan() throws Exception {
        return run.plan(job);
    }

    public final JobID start(int parallelism) throws Exception {
        return run.start(parallelism, job);
    }

    public final JobID resume(int parallelism, String savepoint) throws Exception {
        return run.resume(parallelism, savepoint, job);
    }

    /**
     * Sends one of so many equal parts of the input; all that is in part 0 arrived before what is in part 1. Whoever
     * sends all parts has the same records at the same offsets, in how many parts ever.
     */
    public final void send(int part, int parts) {
        int size = size();
        var sent = inOrderOfArrival.subList(size * part / parts, size * (part + 1) / parts);
        for (var input : inputs) {
            input.topic()
                    .sendAll(sent.stream()
                            .filter(addressed -> addressed.topic().equals(input.topic()))
                            .map(Addressed::record)
                            .toList());
        }
    }

    /** Sends so many records to each topic that are no events, as if they arrived with the last of that part. */
    public final void sendBad(int count, int part, int parts) {
        int last = Math.max(0, inOrderOfArrival.size() * (part + 1) / parts - 1);
        long arrivalMillis = inOrderOfArrival.get(last).record().timestampMillis();
        for (var input : inputs) {
            input.topic()
                    .sendAll(IntStream.range(0, count)
                            .mapToObj(i -> new Sent(("bad-" + i).getBytes(UTF_8), BAD, arrivalMillis, "wrong-magic"))
                            .toList());
        }
    }

    /** How many records the whole input has. */
    public final int size() {
        if (inOrderOfArrival == null) {
            inOrderOfArrival = inOrderOfArrival();
        }
        return inOrderOfArrival.size();
    }

    private List<Addressed> inOrderOfArrival() {
        return inputs.stream()
                .flatMap(input -> input.records().get().stream().map(record -> new Addressed(input.topic(), record)))
                .sorted(Comparator.comparingLong(addressed -> addressed.record().timestampMillis()))
                .toList();
    }

    /** Returns when the job has read all that was sent, its clock has come so far, and nothing is under way. */
    public final void settle(JobID id) throws Exception {
        awaitRead();
        // the clock follows what was read in a moment, and what it moved goes to the stores with a checkpoint
        run.checkpoint(id);
        run.checkpoint(id);
    }

    private void awaitRead() throws Exception {
        for (var input : inputs) {
            var topic = input.topic();
            Eventually.holds(
                    "%s has read topic %s".formatted(run.name(), topic.name()),
                    LONGEST_READ,
                    () -> topic.isReadBy(run.name()));
        }
    }

    /** How far the job's clock comes by a record that arrived then: others may be behind it, in disorder. */
    protected static long clockMillis(long arrivalMillis) {
        return arrivalMillis - WATERMARK_BOUND.toMillis() - 1;
    }

    /** Fails where tables, lake, dead letters or alerts are not what follows from the input, which was sent whole. */
    public abstract void judge() throws Exception;
}
