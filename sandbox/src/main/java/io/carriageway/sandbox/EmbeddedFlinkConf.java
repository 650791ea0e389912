package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.sandbox.servers.S3Access;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.TaskManagerOptions.TaskManagerLoadBalanceMode;
import org.apache.flink.configuration.WebOptions;

/** The configuration of the Flink in this process. It listens on this machine only and stores its state on S3. */
record EmbeddedFlinkConf(Path folder, int port, S3Access s3) {

    Configuration configuration() {
        var configuration = Configuration.fromMap(s3.flinkOptions());
        listen(configuration);
        store(configuration);
        size(configuration);
        return configuration;
    }

    private void listen(Configuration configuration) {
        configuration.set(RestOptions.ADDRESS, LoopbackPorts.HOST);
        configuration.set(RestOptions.BIND_ADDRESS, LoopbackPorts.HOST);
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
        configuration.set(JobManagerOptions.BIND_HOST, LoopbackPorts.HOST);
        configuration.set(TaskManagerOptions.BIND_HOST, LoopbackPorts.HOST);
        // a user who can upload a jar to the web interface can run code as this user
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    }

    private void store(Configuration configuration) {
        configuration.set(WebOptions.TMP_DIR, folder.toString());
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, s3.uri("checkpoints"));
        configuration.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, s3.uri("savepoints"));
        // otherwise RocksDB writes a file for each task beside the log of this process
        configuration.setString(
                "state.backend.rocksdb.log.dir", folder.resolve("rocksdb-logs").toString());
    }

    private static void size(Configuration configuration) {
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        // so that the loss of one TaskManager affects every job
        configuration.set(TaskManagerOptions.TASK_MANAGER_LOAD_BALANCE_MODE, TaskManagerLoadBalanceMode.SLOTS);
    }
}
