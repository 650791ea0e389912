package io.carriageway.sandbox.secured;

import io.carriageway.sandbox.secrets.CertificateAuthority.Identity;
import io.carriageway.sandbox.secrets.OwnerOnly;
import io.carriageway.sandbox.secrets.Secret;
import io.carriageway.sandbox.servers.SecuredServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user of the secured servers, and the options by which a job logs in as that user. Options only refer to secrets.
 *
 * @param secrets file of the properties {@code kafka}, the password there, and {@code stores}, that of key stores
 * @param databasePassword file of the password in the database
 */
public record Account(SecuredServers servers, String user, Identity identity, Path secrets, Path databasePassword) {

    /**
     * Creates the user, who has no right yet.
     *
     * @param folder of the files of secrets, which only the owner can read
     */
    public static Account create(SecuredServers servers, String user, Path folder) throws Exception {
        var password = Secret.generate();
        servers.kafka().createUser(user, password);
        var stores = servers.authority().password();
        return new Account(
                servers,
                user,
                servers.authority().client(user),
                OwnerOnly.createFile(
                        folder.resolve(user + ".secrets"), List.of("kafka=" + password, "stores=" + stores)),
                folder.resolve(user + ".database-password"));
    }

    /** Grants the rights of a program in Kafka, and returns the options by which it connects. */
    public Map<String, String> kafka(Rights rights) throws Exception {
        rights.grant(servers.kafka(), user);
        var options = new TreeMap<String, String>();
        servers.kafka()
                .client(user, reference("kafka"))
                .forEach((property, value) -> options.put("kafka.client." + property, value));
        options.put("kafka.bootstrap", servers.kafka().bootstrap());
        return options;
    }

    /** Grants the rights of a live job in one database, and returns the options by which a job connects. */
    public Map<String, String> database(String name) throws Exception {
        var password = Secret.generate();
        OwnerOnly.createFile(databasePassword, List.of(password));
        servers.database().createUser(user, password, name);
        return Map.of(
                "mysql.url", servers.database().jdbcUrl(name, identity, reference("stores")),
                "mysql.user", user,
                "mysql.password-file", databasePassword.toString());
    }

    private String reference(String key) {
        return "${file:%s:%s}".formatted(secrets, key);
    }
}
