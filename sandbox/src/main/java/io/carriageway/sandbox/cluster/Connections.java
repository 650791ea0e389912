package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.definition.Program;
import io.carriageway.sandbox.secured.Account;
import io.carriageway.sandbox.secured.Rights;
import io.carriageway.sandbox.servers.Database;
import io.carriageway.sandbox.servers.SecuredServers;
import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How each program reaches the servers. On secured ones, each is a user of its own with the rights that it needs.
 *
 * @param folder for the files of secrets
 */
record Connections(Servers servers, Path folder) {

    Map<String, String> of(JobDefinition job) throws Exception {
        var options = new TreeMap<>(Map.of("lake", servers.s3().uri("lake")));
        if (servers.secured().isPresent()) {
            var account = account(servers.secured().get(), job.name());
            options.putAll(account.kafka(Rights.of(job, Map.of())));
            options.putAll(account.database(Database.NAME));
        } else {
            options.put("kafka.bootstrap", kafka());
            options.put("mysql.url", database());
            options.put("mysql.user", servers.database().user());
            options.put("mysql.password-file", servers.databasePasswordFile().toString());
        }
        return options;
    }

    /** The options of a program that sends to all its topics. */
    Map<String, String> of(Program sender) throws Exception {
        return servers.secured().isPresent()
                ? account(servers.secured().get(), sender.name()).kafka(Rights.ofSender(sender))
                : Map.of("kafka.bootstrap", kafka());
    }

    private Account account(SecuredServers secured, String user) throws Exception {
        return Account.create(secured, user, folder);
    }

    /** The address that is shown. */
    String kafka() {
        return servers.secured().map(secured -> secured.kafka().bootstrap()).orElseGet(() -> servers.kafka()
                .bootstrap());
    }

    /** The address that is shown, without what may be secret. */
    String database() {
        return servers.database().jdbcUrl();
    }
}
