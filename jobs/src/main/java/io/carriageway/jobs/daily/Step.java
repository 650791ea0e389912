package io.carriageway.jobs.daily;

/** A part of the daily work, which can fail on its own. */
interface Step {

    String name();

    /**
     * Does it.
     *
     * @return what it did, in a line
     */
    String run() throws Exception;
}
