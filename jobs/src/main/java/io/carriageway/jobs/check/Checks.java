package io.carriageway.jobs.check;

import io.carriageway.jobs.check.Check.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks all questions at once, so that one store that does not answer delays none of the others. */
public final class Checks {

    /** Longest time for an answer. Clients of stores retry for longer, and say nothing meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private Checks() {}

    /** The results in the order of the checks. A fault that several of them meet is one result. */
    public static List<Result> run(List<Check> checks) throws InterruptedException {
        var threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "check");
            // a client that ignores an interrupt must not keep the process alive
            thread.setDaemon(true);
            thread.setContextClassLoader(Checks.class.getClassLoader());
            return thread;
        });
        try {
            var tasks = checks.stream()
                    .<Callable<Result>>map(check -> check::result)
                    .toList();
            var answers = threads.invokeAll(tasks, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            var results = new ArrayList<Result>();
            for (int i = 0; i < checks.size(); i++) {
                results.add(answer(checks.get(i), answers.get(i)));
            }
            return merged(results);
        } finally {
            threads.shutdownNow();
        }
    }

    /** An unreachable store would otherwise be reported for each of its topics. */
    static List<Result> merged(List<Result> results) {
        var merged = new LinkedHashMap<String, Result>();
        for (var result : results) {
            var key = result.isFault() ? result.text() : "ok " + result.subject();
            merged.merge(
                    key,
                    result,
                    (first, other) -> first.subject().equals(other.subject())
                            ? first
                            : new Result(first.subject() + ", " + other.subject(), first.kind(), first.text()));
        }
        return List.copyOf(merged.values());
    }

    private static Result answer(Check check, Future<Result> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException late) {
            return new Result(
                    check.subject(),
                    Result.Kind.FAULT,
                    "no answer within %d s; check its address, and whether a firewall is between"
                            .formatted(LONGEST.toSeconds()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
