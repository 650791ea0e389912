package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.Servers;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink that runs jobs, in this process or in others, beside the servers that they use. */
public interface FlinkRuntime {

    /** A job's main without the execution. */
    interface Job {
        void to(StreamExecutionEnvironment env, String... arguments) throws Exception;
    }

    Servers servers();

    /** The address of a database for jobs. Readers of their rows may use another address. */
    default String jobsUrl(String database) {
        return servers().database().jdbcUrl(database);
    }

    /**
     * Starts a job.
     *
     * @param name if jobs come from a jar, the name of the job in it
     * @param savepoint from which it resumes
     * @param options of the job, {@code --key} and value by turns
     * @param job ignored if the job comes from a jar
     */
    JobID submit(String name, int parallelism, Optional<String> savepoint, List<String> options, Job job)
            throws Exception;

    /** Completes a checkpoint. */
    void checkpoint(JobID job) throws Exception;

    /**
     * Stops a job and returns its savepoint.
     *
     * @param drain whether no more input will come: windows close, and the job must not resume from the savepoint
     */
    String stop(JobID job, boolean drain) throws Exception;

    /** Number of events of a job whose window was already final. */
    long lateRecordsDropped(JobID job) throws Exception;
}
