package io.carriageway.verify.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Runs the same action for several items in parallel. */
final class AtOnce {

    interface Work<T, R> {
        R on(T thing) throws Exception;
    }

    private AtOnce() {}

    /** Returns the results in the order of the items; fails if one action failed. */
    static <T, R> List<R> all(List<T> things, Work<T, R> work) throws Exception {
        var threads = Executors.newFixedThreadPool(things.size());
        try {
            var futures = things.stream()
                    .map(thing -> threads.submit(() -> work.on(thing)))
                    .toList();
            var results = new ArrayList<R>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
