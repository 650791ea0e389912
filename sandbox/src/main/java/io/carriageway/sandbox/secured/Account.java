package io.carriageway.sandbox.secured;

import io.carriageway.sandbox.servers.CertificateAuthority.Identity;
import io.carriageway.sandbox.servers.OwnerOnly;
import io.carriageway.sandbox.servers.Secret;
import io.carriageway.sandbox.servers.SecuredServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user of the secured servers, and the options by which a job logs in as that user. */
public final class Account {

    private final SecuredServers servers;
    private final String user;
    private final Identity identity;
    private final Path secrets;
    private final String databasePassword = Secret.generate();

    private Account(SecuredServers servers, String user, Identity identity, Path secrets) {
        this.servers = servers;
        this.user = user;
        this.identity = identity;
        this.secrets = secrets;
    }

    /**
     * Creates the user, who has no right yet, with passwords in a file that only the owner can read.
     *
     * @param folder of the file
     */
    public static Account create(SecuredServers servers, String user, Path folder) throws Exception {
        var kafkaPassword = Secret.generate();
        servers.kafka().createUser(user, kafkaPassword);
        var identity = servers.authority().client(user);
        var account = new Account(servers, user, identity, folder.resolve(user + ".secrets"));
        OwnerOnly.createFile(account.secrets, List.of("kafka=" + kafkaPassword, "mysql=" + account.databasePassword));
        return account;
    }

    /** Grants the rights of a program in Kafka, and returns the options by which it connects. */
    public Map<String, String> kafka(Rights rights) throws Exception {
        rights.grant(servers.kafka(), user);
        var options = new TreeMap<String, String>();
        servers.kafka()
                .client(user, "${file:%s:kafka}".formatted(secrets))
                .forEach((property, value) -> options.put("kafka.client." + property, value));
        options.put("kafka.bootstrap", servers.kafka().bootstrap());
        return options;
    }

    /** Grants all rights in one database, and returns the options by which a job connects. */
    public Map<String, String> database(String name) throws Exception {
        servers.database().createUser(user, databasePassword, name);
        return Map.of(
                "mysql.url", servers.database().jdbcUrl(name, identity),
                "mysql.user", user,
                "mysql.password", databasePassword);
    }
}
