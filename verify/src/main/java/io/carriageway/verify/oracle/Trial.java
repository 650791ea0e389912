package io.carriageway.verify.oracle;

import io.carriageway.sandbox.Eventually;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A job, its input with every fault, and the oracle of all that it stores. The test chooses what happens to the job
 * meanwhile; the result must be the same.
 */
public abstract class Trial {

    private static final Duration LONGEST_READ = Duration.ofMinutes(3);

    /** The default of option watermark.bound. */
    private static final Duration WATERMARK_BOUND = Duration.ofSeconds(5);

    /**
     * The records of one topic, made when the first is sent.
     *
     * @param ofDevices whether devices send them, whose clocks can be wrong, and not another job
     */
    public record Input(Topic topic, Supplier<List<Sent>> records, boolean ofDevices) {

        public Input(Topic topic, Supplier<List<Sent>> records) {
            this(topic, records, true);
        }
    }

    /** Records that a topic rejects, of each kind in turn. */
    public interface BadRecords {

        /** Number of kinds. */
        int size();

        /** The next records, this many, which arrive at that time. */
        List<Sent> next(int count, long arrivalMillis);
    }

    private record Addressed(Input input, Sent record) {}

    private final JobRun run;
    private final JobRun.Attach job;
    private final List<Input> inputs;
    private final Map<Input, BadRecords> bad = new IdentityHashMap<>();
    private List<Addressed> inOrderOfArrival;
    private volatile boolean silent;

    protected Trial(JobRun run, JobRun.Attach job, List<Input> inputs) {
        this.run = run;
        this.job = job;
        this.inputs = inputs;
        run.option("kafka.group", run.name());
        // the whole input is sent at once: a partition may be slow, but is not idle
        run.option("partition.idle-after", "10 min");
    }

    /** Sets the time after which a partition is idle to the default of the jobs. */
    public final Trial withIdlePartitions() {
        run.option("partition.idle-after", "30 s");
        return this;
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
     * Sends one of several equal parts of the input. Records of part 0 arrived before those of part 1. Any number of
     * parts gives the same records at the same offsets.
     */
    public final void send(int part, int parts) {
        if (part == parts - 1) {
            // the end of the input, which every partition's clock must reach
            silent = false;
        }
        deliver(inOrder().subList(firstOf(part, parts), firstOf(part + 1, parts)));
    }

    /**
     * Sends this many records that are rejected to each topic, as if they arrived with the last record of that part.
     *
     * @param ofTopic gives those of a topic of that name
     */
    public final void sendBad(Function<String, BadRecords> ofTopic, int count, int part, int parts) {
        long arrivalMillis = arrivalMillis(part, parts);
        deliver(inputs.stream()
                .flatMap(input -> bad(ofTopic, input).next(count, arrivalMillis).stream()
                        .map(record -> new Addressed(input, record)))
                .toList());
    }

    /** The same, with every kind of its topic. */
    public final void sendBadOfEachKind(Function<String, BadRecords> ofTopic, int part, int parts) {
        long arrivalMillis = arrivalMillis(part, parts);
        deliver(inputs.stream()
                .flatMap(input -> bad(ofTopic, input).next(bad(ofTopic, input).size(), arrivalMillis).stream()
                        .map(record -> new Addressed(input, record)))
                .toList());
    }

    private BadRecords bad(Function<String, BadRecords> ofTopic, Input input) {
        return bad.computeIfAbsent(input, any -> ofTopic.apply(input.topic().name()));
    }

    /**
     * Sends copies of this many or fewer events that are due later. They arrive with the last record of that part, so
     * they come from clocks that are ahead.
     */
    public final void sendAhead(int count, int part, int parts) {
        long arrivalMillis = arrivalMillis(part, parts);
        var later = inOrder().subList(firstOf(part + 1, parts), size());
        deliver(IntStream.range(0, Math.min(count, later.size()))
                .mapToObj(i -> later.get((int) ((long) later.size() * i / count)))
                .filter(due -> due.input().ofDevices() && due.record().defect() == null)
                .map(due -> new Addressed(due.input(), due.record().at(arrivalMillis)))
                .toList());
    }

    /** Sets whether the records of partition 0 are dropped from now on. The last part is always sent. */
    public final void silence(boolean silent) {
        this.silent = silent;
    }

    private void deliver(List<Addressed> arrived) {
        for (var input : inputs) {
            var records = arrived.stream()
                    .filter(addressed -> addressed.input() == input)
                    .map(Addressed::record)
                    .toList();
            if (silent) {
                input.topic().sendAllBut(0, records);
            } else {
                input.topic().sendAll(records);
            }
        }
    }

    private int firstOf(int part, int parts) {
        return (int) ((long) size() * part / parts);
    }

    private long arrivalMillis(int part, int parts) {
        return inOrder().get(Math.max(0, firstOf(part + 1, parts) - 1)).record().timestampMillis();
    }

    /** Number of records of the whole input. */
    public final int size() {
        return inOrder().size();
    }

    private List<Addressed> inOrder() {
        if (inOrderOfArrival == null) {
            inOrderOfArrival = inOrderOfArrival();
        }
        return inOrderOfArrival;
    }

    private List<Addressed> inOrderOfArrival() {
        return inputs.stream()
                .flatMap(input -> input.records().get().stream().map(record -> new Addressed(input, record)))
                .sorted(Comparator.comparingLong(addressed -> addressed.record().timestampMillis()))
                .toList();
    }

    /** Returns when the job has read all that was sent, its watermark has followed, and its rows are stored. */
    public final void settle(JobID id) throws Exception {
        awaitRead();
        // the watermark follows the input at once; a checkpoint then writes the results to the stores
        run.checkpoint(id);
        run.checkpoint(id);
    }

    /** Returns when the watermark of every topic has reached what was sent of it. */
    public final void awaitClock(JobID id) throws Exception {
        for (var input : inputs) {
            long clock = clockMillis(input.topic().slowestPartitionMillis());
            Eventually.holds(
                    "%s has the time of topic %s"
                            .formatted(run.name(), input.topic().name()),
                    LONGEST_READ,
                    () -> run.watermark(id, input.topic()) >= clock);
        }
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

    /** The job's watermark after a record of that arrival; other records may be out of order behind it. */
    protected static long clockMillis(long arrivalMillis) {
        return arrivalMillis - WATERMARK_BOUND.toMillis() - 1;
    }

    /** Fails if tables, lake, dead letters or alerts differ from what follows from the whole input. */
    public abstract void judge() throws Exception;
}
