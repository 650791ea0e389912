package io.carriageway.verify.secure;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.secured.Account;
import io.carriageway.sandbox.secured.Rights;
import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.JobID;

/**
 * Runs one job of the suite over the secured sides of the servers, as a user of its own with no more rights than the
 * job needs. The test reads and writes over the other sides.
 */
public final class SecuredRuntime implements FlinkRuntime {

    private final FlinkRuntime runtime;
    private final JobDefinition job;
    private final Path folder;
    private final Map<String, UnaryOperator<String>> changes = new HashMap<>();

    /** @param folder for the secrets of the user */
    public SecuredRuntime(FlinkRuntime runtime, JobDefinition job, Path folder) {
        this.runtime = runtime;
        this.job = job;
        this.folder = folder;
    }

    /** Changes an option of how the job connects. */
    public SecuredRuntime changed(String option, UnaryOperator<String> change) {
        changes.put(option, change);
        return this;
    }

    @Override
    public Servers servers() {
        return runtime.servers();
    }

    /** @param name of the run and of its database */
    @Override
    public JobID submit(String name, int parallelism, Optional<String> savepoint, List<String> options, Job main)
            throws Exception {
        var given = new HashMap<String, String>();
        for (int i = 0; i < options.size(); i += 2) {
            given.put(options.get(i).substring("--".length()), options.get(i + 1));
        }
        var owner = servers().database();
        DatabaseSchema.migrate(new MySqlConnection(owner.jdbcUrl(name), owner.user(), owner.password()));
        var account = Account.create(servers().secured().orElseThrow(), name, folder);
        given.putAll(account.kafka(Rights.of(job, given)));
        given.putAll(account.database(name));
        changes.forEach((option, change) -> given.compute(option, (any, value) -> change.apply(value)));
        var arguments = new ArrayList<String>();
        given.forEach((option, value) -> arguments.addAll(List.of("--" + option, value)));
        return runtime.submit(name, parallelism, savepoint, arguments, main);
    }

    @Override
    public void checkpoint(JobID job) throws Exception {
        runtime.checkpoint(job);
    }

    @Override
    public String stop(JobID job, boolean drain) throws Exception {
        return runtime.stop(job, drain);
    }

    @Override
    public long lateRecordsDropped(JobID job) throws Exception {
        return runtime.lateRecordsDropped(job);
    }
}
