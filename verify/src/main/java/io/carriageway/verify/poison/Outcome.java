package io.carriageway.verify.poison;

import java.util.Locale;

/**
 * The outcome of one record that must not stop a job.
 *
 * @param reason of its dead letter; without one, its verdict in the ledger
 * @param seconds from when it was sent until its verdict and that of the record behind it; NaN if there was none in
 *     time
 * @param nextSeconds the same for the record behind it
 * @param megabytes allocated by the job's threads meanwhile
 */
record Outcome(PoisonKind kind, String reason, double seconds, double nextSeconds, int restarts, long megabytes) {

    private static final double LONGEST_SECONDS = 2;
    private static final double LONGEST_NEXT_SECONDS = 10;

    /** Whether the verdict was right and in time. */
    boolean holds() {
        return isRight() && seconds <= LONGEST_SECONDS && nextSeconds <= LONGEST_NEXT_SECONDS;
    }

    /** Whether the verdict was right, the job continued, and the record used no more memory than allowed. */
    boolean isRight() {
        return kind.expected().equals(reason) && restarts == 0 && megabytes <= kind.megabytes();
    }

    static String head() {
        return "%-18s %-34s %-24s %6s %6s %8s %6s"
                .formatted("topic", "kind", "reason", "s", "next s", "restarts", "MB");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-18s %-34s %-24s %6.2f %6.2f %8d %6d%s",
                kind.topic(),
                kind.name(),
                reason,
                seconds,
                nextSeconds,
                restarts,
                megabytes,
                holds() ? "" : "  FAILED: expected %s within %d MB".formatted(kind.expected(), kind.megabytes()));
    }
}
