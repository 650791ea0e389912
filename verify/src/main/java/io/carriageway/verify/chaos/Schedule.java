package io.carriageway.verify.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The times of the faults: each fault once, in a random order and at random times. */
record Schedule(long seed, Duration length, List<Entry> entries) {

    /** Time for the starts of the jobs and the last catch-up. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    /** @param at since the input began */
    record Entry(Duration at, Fault fault) {}

    static Schedule of(long seed, Duration length) {
        var random = new Random(seed);
        var faults = new ArrayList<>(List.of(Fault.values()));
        Collections.shuffle(faults, random);
        var entries = new ArrayList<Entry>();
        var gap = length.minus(QUIET.multipliedBy(2)).dividedBy(faults.size());
        for (int i = 0; i < faults.size(); i++) {
            // anywhere in its share of the time
            var at = QUIET.plus(gap.multipliedBy(i)).plusMillis((long) (random.nextDouble() * gap.toMillis() / 2));
            entries.add(new Entry(at, faults.get(i)));
        }
        return new Schedule(seed, length, List.copyOf(entries));
    }

    List<String> lines() {
        return entries.stream()
                .map(entry -> "%4d s  %s".formatted(entry.at().toSeconds(), entry.fault()))
                .toList();
    }
}
