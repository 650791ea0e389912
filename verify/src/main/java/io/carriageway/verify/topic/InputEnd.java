package io.carriageway.verify.topic;

import java.time.Instant;

/** Waits until a run has read its input, and sends input after it. */
public interface InputEnd {

    /** For input whose last record of every partition is a bad one. */
    InputEnd BAD_RECORDS = new InputEnd() {
        @Override
        public void await(TopicRun run) throws Exception {
            run.awaitBadEnd();
        }

        @Override
        public void goOn(TopicRun run, Instant arrival) {
            run.sendBytes("end", new byte[0], arrival.toEpochMilli());
        }
    };

    /** Returns when the job has read every record of its topic. */
    void await(TopicRun run) throws Exception;

    /** Sends a record that arrives long after all others, which shows a bounded run that its range is complete. */
    void goOn(TopicRun run, Instant arrival) throws Exception;
}
