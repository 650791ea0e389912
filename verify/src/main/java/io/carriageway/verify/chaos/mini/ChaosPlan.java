package io.carriageway.verify.chaos.mini;

import io.carriageway.verify.trial.TrialJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plan of a seed: a job, its input, and the faults with their times. Faults occur while the job reads, so two runs
 * of a plan hit the job at about the same place, not at the same record.
 *
 * @param parallelism at which the job starts
 */
record ChaosPlan(long seed, TrialJob job, int parallelism, List<Step> steps) {

    /** Number of partitions of each topic. With fewer partitions than readers, a reader would have no watermark. */
    private static final int MOST_PARALLELISM = 2;

    private static final int MOST_STEPS = 4;
    private static final int LONGEST_WAIT_MILLIS = 1_500;
    private static final int LONGEST_OUTAGE_MILLIS = 3_000;

    /**
     * A fault, and its delay after a part of the input was sent.
     *
     * @param outageMillis duration of an outage
     */
    record Step(int waitMillis, Fault fault, int outageMillis) {}

    static ChaosPlan of(long seed) {
        var random = new SplittableRandom(seed);
        var jobs = TrialJob.all();
        return new ChaosPlan(
                seed,
                // in turn, so that few seeds cover all
                jobs.get((int) Math.floorMod(seed, (long) jobs.size())),
                1 + random.nextInt(MOST_PARALLELISM),
                steps(random, (int) Math.floorMod(seed / jobs.size(), (long) Fault.values().length)));
    }

    /** The first fault is also chosen in turn among a job's seeds; the others are random. */
    private static List<Step> steps(SplittableRandom random, int first) {
        var steps = Stream.generate(() -> step(random))
                .limit(1 + random.nextInt(MOST_STEPS))
                .collect(Collectors.toCollection(ArrayList::new));
        steps.set(
                0,
                new Step(
                        steps.get(0).waitMillis(),
                        Fault.values()[first],
                        steps.get(0).outageMillis()));
        return List.copyOf(steps);
    }

    private static Step step(SplittableRandom random) {
        return new Step(
                random.nextInt(LONGEST_WAIT_MILLIS),
                Fault.values()[random.nextInt(Fault.values().length)],
                random.nextInt(LONGEST_OUTAGE_MILLIS));
    }

    /** The other parallelism. */
    static int other(int parallelism) {
        return MOST_PARALLELISM + 1 - parallelism;
    }

    String faults() {
        return steps.stream()
                .map(step -> step.fault().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
