package io.carriageway.bench.replay;

/**
 * CPU time, in seconds.
 *
 * @param jobs of the JVM without its servers, including Flink's tasks, garbage collection and compilation
 * @param servers of the threads of the Kafka broker and the S3 server, which are in the same JVM
 * @param database of the database's process
 */
record CpuSeconds(double jobs, double servers, double database) {

    CpuSeconds minus(CpuSeconds earlier) {
        return new CpuSeconds(jobs - earlier.jobs, servers - earlier.servers, database - earlier.database);
    }
}
