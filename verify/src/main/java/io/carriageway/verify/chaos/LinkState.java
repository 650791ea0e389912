package io.carriageway.verify.chaos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The current state of a link: healthy, or broken in one of several ways. */
final class LinkState {

    enum Fault {
        NONE,
        /** Connections are closed, and new ones are closed at once. */
        CUT,
        /** Nothing is forwarded in either direction; when the link is restored, everything is, in order. */
        HANGING,
        /** All requests are answered with status 503. */
        UNAVAILABLE,
        /** Requests reach the server, but its answers are lost. */
        ANSWERS_LOST
    }

    private final AtomicInteger commitsToCut = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    synchronized void become(Fault fault) {
        this.fault = fault;
        notifyAll();
    }

    boolean is(Fault fault) {
        return this.fault == fault;
    }

    /** Waits while the link hangs. */
    synchronized void awaitMotion() throws IOException {
        try {
            while (is(Fault.HANGING)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    void cutCommits(int commits) {
        commitsToCut.set(commits);
    }

    int commitsToCut() {
        return commitsToCut.get();
    }

    /** Whether the answer to the current COMMIT must be lost. */
    boolean cutsCommit() {
        return commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
