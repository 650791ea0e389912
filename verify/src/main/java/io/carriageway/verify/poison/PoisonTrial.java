package io.carriageway.verify.poison;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;

/**
 * Sends kinds of bad records to the running owner job of a topic one after the other, each followed by a good record.
 * If a job stops making progress, a new job gets the next kind.
 */
final class PoisonTrial {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 5;

    private record Sending(PoisonKind kind, long offset, double seconds, double nextSeconds, int restarts, long bytes) {

        Outcome with(String verdict) {
            return new Outcome(kind, verdict, seconds, nextSeconds, restarts, bytes >> 20);
        }
    }

    private final Sandbox sandbox;
    private final PoisonTopic topic;
    private final String registryUrl;
    private final Duration limit;
    private final List<Sending> sendings = new ArrayList<>();
    private final Consumer<Outcome> outcomes;

    private PoisonRun run;
    private JobID id;
    private long sent;
    private int runs;

    /**
     * Starts the job.
     *
     * @param limit greatest time to wait for a verdict
     */
    PoisonTrial(Sandbox sandbox, PoisonTopic topic, String registryUrl, Duration limit, Consumer<Outcome> outcomes)
            throws Exception {
        this.sandbox = sandbox;
        this.topic = topic;
        this.registryUrl = registryUrl;
        this.limit = limit;
        this.outcomes = outcomes;
        begin();
    }

    private void begin() throws Exception {
        run = new PoisonRun(
                sandbox, topic, "poison_%s_%d".formatted(topic, ++runs).replace('-', '_'), registryUrl);
        id = run.start();
        sent = 0;
        run.send(good());
        if (Double.isNaN(secondsUntil(sent, System.nanoTime(), LONGEST_START))) {
            throw new IllegalStateException("job %s gave no verdict on a good record".formatted(run.name()));
        }
    }

    /** Returns the outcomes in the order of the kinds. */
    void of(List<PoisonKind> kinds) throws Exception {
        for (var kind : kinds) {
            var sending = send(kind);
            sendings.add(sending);
            if (Double.isNaN(sending.nextSeconds()) || sending.restarts() > 0) {
                conclude();
                begin();
            }
        }
        conclude();
    }

    private Sending send(PoisonKind kind) throws InterruptedException {
        var bad = kind.at(nextTime());
        long offset = sent;
        var allocation = new TaskAllocation();
        long start = System.nanoTime();
        run.send(bad);
        double seconds = secondsUntil(++sent, start, limit);
        run.send(good());
        double nextSeconds = secondsUntil(sent, start, limit);
        return new Sending(kind, offset, seconds, nextSeconds, sandbox.flink().restarts(id), allocation.bytes());
    }

    private Sent good() {
        var time = nextTime();
        sent++;
        return new Sent(
                PoisonTopic.key(topic.good(topic.entity(), time)),
                topic.encode(topic.good(topic.entity(), time)),
                time.toEpochMilli());
    }

    /** One second later than the previous record. */
    private Instant nextTime() {
        return START.plusSeconds(sent);
    }

    /** Time from a moment until the job had given this many verdicts; NaN if it has not in time. */
    private double secondsUntil(long verdicts, long startNanos, Duration limit) throws InterruptedException {
        while (verdicts() < verdicts) {
            if (System.nanoTime() - startNanos > limit.toNanos()) {
                return Double.NaN;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private long verdicts() {
        return sandbox.flink().verdicts(id);
    }

    /** Ends the job, and reads its verdict on each record. */
    private void conclude() throws Exception {
        boolean healthy = sent == verdicts() && sandbox.flink().restarts(id) == 0;
        if (healthy) {
            run.drain(id); // a job that does not progress may never end, so it is left running
        }
        var reasons = run.reasons();
        long late = healthy ? run.number("SELECT SUM(late) FROM event_ledger_1m") : 0;
        var ledger = healthy ? run.rejections() : reasons.values().stream().collect(groupingBy(identity(), counting()));
        for (var sending : sendings) {
            var reason = reasons.get(sending.offset());
            var verdict = reason == null ? verdictWithoutLetter(sending, late) : verdictWithLetter(reason, ledger);
            late -= verdict.equals(PoisonKind.LATE) ? 1 : 0;
            outcomes.accept(sending.with(verdict));
        }
        sendings.clear();
    }

    /** Subtracts the record from the ledger's count for its reason. */
    private static String verdictWithLetter(String reason, Map<String, Long> ledger) {
        return ledger.merge(reason, -1L, Long::sum) < 0 ? reason + ", uncounted" : reason;
    }

    /**
     * The ledger only has the number of late events, so they are taken to be the first that were expected to be late.
     */
    private static String verdictWithoutLetter(Sending sending, long late) {
        if (Double.isNaN(sending.seconds())) {
            return "no verdict";
        }
        return late > 0 && sending.kind().expected().equals(PoisonKind.LATE) ? PoisonKind.LATE : PoisonKind.ACCEPTED;
    }
}
