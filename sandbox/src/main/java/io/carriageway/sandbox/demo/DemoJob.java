package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.demo.totals.Topics;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job as the demo runs it.
 *
 * @param reads every topic that it reads, also those of other jobs
 * @param options in addition to those that all jobs share
 */
record DemoJob(String name, int parallelism, List<String> reads, Attach attach, List<String> options) {

    /** The job's main without the execution. */
    interface Attach {
        void to(StreamExecutionEnvironment environment, String... arguments) throws Exception;
    }

    /** Whether it can end: its input has ended, and it has read all of it. */
    boolean hasReadAll(Topics topics) throws InterruptedException {
        return reads.stream().mapToLong(topics.records()::get).sum() <= topics.read(name, reads);
    }
}
