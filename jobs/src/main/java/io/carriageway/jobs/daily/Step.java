package io.carriageway.jobs.daily;

/** A step of the daily work, which can fail on its own. */
interface Step {

    String name();

    /**
     * Runs the step.
     *
     * @return the result, in one line
     */
    String run() throws Exception;
}
