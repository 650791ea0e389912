package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.Servers;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where jobs run: a Flink, in this process or in others, beside the servers that they use. */
public interface FlinkRuntime {

    /** A job's main without the execution. */
    interface Job {
        void to(StreamExecutionEnvironment env, String... arguments) throws Exception;
    }

    Servers servers();

    /** The address of a database for jobs; who looks at what they wrote may go another way. */
    default String jobsUrl(String database) {
        return servers().database().jdbcUrl(database);
    }

    /**
     * Starts a job.
     *
     * @param name where jobs come from a jar, that of the job in it
     * @param savepoint from which it goes on
     * @param options of the job, {@code --key} and value by turns
     * @param job may be left aside where the jar has it
     */
    JobID submit(String name, int parallelism, Optional<String> savepoint, List<String> options, Job job)
            throws Exception;

    /** Completes a checkpoint. */
    void checkpoint(JobID job) throws Exception;

    /**
     * Stops a job and tells its savepoint.
     *
     * @param drain whether no more input will ever come: windows close, and the savepoint is not for resuming
     */
    String stop(JobID job, boolean drain) throws Exception;

    /** How many events of a job came after what they belong to was final. */
    long lateRecordsDropped(JobID job) throws Exception;
}
