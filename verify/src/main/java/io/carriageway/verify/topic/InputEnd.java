package io.carriageway.verify.topic;

import java.time.Instant;

/** How a test knows that a run has taken up its input, and how input goes on after it. */
public interface InputEnd {

    /** Of input whose last record of every partition is a bad one. */
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

    /** Returns when the job has taken up every record that is in its topic. */
    void await(TopicRun run) throws Exception;

    /** Sends a record that arrives long after all others, so that a bounded run finds that nothing is still to come. */
    void goOn(TopicRun run, Instant arrival) throws Exception;
}
