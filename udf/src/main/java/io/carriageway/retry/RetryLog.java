package io.carriageway.retry;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Logs an outage once, however often calls are retried: a warning at the first failure, the number of failures every
 * ten minutes, and their total at the end. Calls that fail at the same time, also in several threads, are one outage.
 */
public final class RetryLog {

    public static final Duration REMINDER = Duration.ofMinutes(10);

    private final Consumer<String> warn;
    private final Consumer<String> info;
    private final LongSupplier nanoClock;

    private int failingCalls;
    private long failures;
    private long sinceNanos;
    private long toldNanos;

    public RetryLog(Logger log) {
        this(log::warn, log::info, System::nanoTime);
    }

    RetryLog(Consumer<String> warn, Consumer<String> info, LongSupplier nanoClock) {
        this.warn = warn;
        this.info = info;
        this.nanoClock = nanoClock;
    }

    /** Begins a call that is retried until it is answered; {@code what} completes the sentence "Cannot ...". */
    public Call call(String what) {
        return new Call(what);
    }

    /** One call and its attempts. */
    public final class Call {

        private final String what;
        private boolean failing;

        private Call(String what) {
            this.what = what;
        }

        /** An attempt failed, and another follows. */
        public void failed(String why) {
            synchronized (RetryLog.this) {
                if (!failing) {
                    failing = true;
                    failingCalls++;
                }
                countFailure(what, why);
            }
        }

        /** The call was answered. */
        public void answered() {
            synchronized (RetryLog.this) {
                if (failing) {
                    failing = false;
                    failingCalls--;
                    endOutage(what);
                }
            }
        }
    }

    private void countFailure(String what, String why) {
        long now = nanoClock.getAsLong();
        failures++;
        if (failures == 1) {
            sinceNanos = now;
            toldNanos = now;
            warn.accept("Cannot %s, retrying: %s".formatted(what, why));
        } else if (now - toldNanos >= REMINDER.toNanos()) {
            toldNanos = now;
            warn.accept("Cannot %s, after %d failed attempts in %d s, still retrying: %s"
                    .formatted(what, failures, seconds(now), why));
        }
    }

    private void endOutage(String what) {
        if (failingCalls == 0) {
            info.accept("Can %s again, after %d failed attempts in %d s"
                    .formatted(what, failures, seconds(nanoClock.getAsLong())));
            failures = 0;
        }
    }

    private long seconds(long now) {
        return Duration.ofNanos(now - sinceNanos).toSeconds();
    }
}
