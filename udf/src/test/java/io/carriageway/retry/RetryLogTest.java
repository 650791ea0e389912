package io.carriageway.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryLogTest {

    private final List<String> lines = new ArrayList<>();
    private long nanos = 0;
    private final RetryLog log =
            new RetryLog(line -> lines.add("WARN " + line), line -> lines.add("INFO " + line), () -> nanos);

    @Test
    void aCallThatSucceedsAtOnceLogsNothing() {
        log.call("write rows").answered();
        assertThat(lines).isEmpty();
    }

    @Test
    void anOutageIsLoggedOnceAndThenCounted() {
        var call = log.call("write rows to journey");
        for (int attempt = 0; attempt < 100; attempt++) {
            call.failed("connection refused");
            pass(Duration.ofSeconds(5));
        }
        call.answered();
        assertThat(lines)
                .containsExactly(
                        "WARN Cannot write rows to journey, retrying: connection refused",
                        "INFO Can write rows to journey again, after 100 failed attempts in 500 s");
    }

    @Test
    void aLongOutageIsLoggedEveryTenMinutes() {
        var call = log.call("write rows");
        for (int minute = 0; minute <= 25; minute++) {
            call.failed("away, minute " + minute);
            pass(Duration.ofMinutes(1));
        }
        assertThat(lines)
                .containsExactly(
                        "WARN Cannot write rows, retrying: away, minute 0",
                        "WARN Cannot write rows, after 11 failed attempts in 600 s, still retrying: away, minute 10",
                        "WARN Cannot write rows, after 21 failed attempts in 1200 s, still retrying: away, minute 20");
    }

    @Test
    void callsThatFailTogetherAreOneOutage() {
        var first = log.call("write a.jpg");
        var second = log.call("write b.jpg");
        first.failed("refused");
        second.failed("refused");
        first.answered();
        log.call("write c.jpg").answered();
        second.failed("refused");
        second.answered();
        assertThat(lines)
                .containsExactly(
                        "WARN Cannot write a.jpg, retrying: refused",
                        "INFO Can write b.jpg again, after 3 failed attempts in 0 s");
    }

    @Test
    void aSecondOutageIsLoggedAgain() {
        var call = log.call("write rows");
        call.failed("refused");
        call.answered();
        call.failed("timeout");
        call.answered();
        assertThat(lines)
                .containsExactly(
                        "WARN Cannot write rows, retrying: refused",
                        "INFO Can write rows again, after 1 failed attempts in 0 s",
                        "WARN Cannot write rows, retrying: timeout",
                        "INFO Can write rows again, after 1 failed attempts in 0 s");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
