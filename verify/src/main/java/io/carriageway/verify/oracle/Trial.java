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
 * A job, its input with every trouble in it, and the judge of all that it stores. What happens to the job meanwhile is
 * the test's to choose; the verdict must be the same.
 */
public abstract class Trial {

    private static final Duration LONGEST_READ = Duration.ofMinutes(3);

    /** The default of option watermark.bound. */
    private static final Duration WATERMARK_BOUND = Duration.ofSeconds(5);

    /**
     * The records of one topic, made when the first is sent.
     *
     * @param ofDevices whether they come from devices, whose clocks can be wrong, and not from another job
     */
    public record Input(Topic topic, Supplier<List<Sent>> records, boolean ofDevices) {

        public Input(Topic topic, Supplier<List<Sent>> records) {
            this(topic, records, true);
        }
    }

    /** Records that a topic rejects, of one kind after the other. */
    public interface BadRecords {

        /** How many kinds there are. */
        int size();

        /** The next so many records, which arrive at that time. */
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
        // the input comes at once: a partition may be slow, while others work or nobody does, but is not idle
        run.option("partition.idle-after", "10 min");
    }

    /** Takes a partition for idle as soon as a job does by default. */
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
     * Sends one of so many equal parts of the input; all that is in part 0 arrived before what is in part 1. Whoever
     * sends all parts has the same records at the same offsets, in how many parts ever.
     */
    public final void send(int part, int parts) {
        if (part == parts - 1) {
            // the end of the input, by which the clock of every partition comes to it
            silent = false;
        }
        deliver(inOrder().subList(firstOf(part, parts), firstOf(part + 1, parts)));
    }

    /**
     * Sends so many records to each topic that are rejected, as if they arrived with the last of that part.
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

    /** The same of every kind that its topic has. */
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
     * Sends copies of so many events that are due later, or of fewer: with the last of that part, they come from clocks
     * that are ahead.
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

    /**
     * From now on the records of partition 0 are not sent, and nobody will have them; or they are, and the last part
     * is.
     */
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

    /** How many records the whole input has. */
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

    /** Returns when the job has read all that was sent, its clock has come so far, and nothing is under way. */
    public final void settle(JobID id) throws Exception {
        awaitRead();
        // the clock follows what was read in a moment, and what it moved goes to the stores with a checkpoint
        run.checkpoint(id);
        run.checkpoint(id);
    }

    /** Returns when the clock of every topic has come as far as what was sent of it. */
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

    /** How far the job's clock comes by a record that arrived then: others may be behind it, in disorder. */
    protected static long clockMillis(long arrivalMillis) {
        return arrivalMillis - WATERMARK_BOUND.toMillis() - 1;
    }

    /** Fails where tables, lake, dead letters or alerts are not what follows from the input, which was sent whole. */
    public abstract void judge() throws Exception;
}
