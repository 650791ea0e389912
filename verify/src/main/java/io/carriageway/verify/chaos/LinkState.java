package io.carriageway.verify.chaos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** In what way a link is broken now. */
final class LinkState {

    enum Fault {
        NONE,
        /** Connections end, and new ones end at once. */
        CUT,
        /** Nothing comes through in either direction; when it is mended, all does, in order. */
        HANGING,
        /** Requests are answered by 503, whatever they ask. */
        UNAVAILABLE,
        /** Requests reach the server, answers do not come back. */
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

    /** Returns when the link does not hang. */
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

    /** Whether the COMMIT that passes now is one to whose client no answer must come. */
    boolean cutsCommit() {
        return commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }
}
