package io.carriageway.sandbox.demo;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.secrets.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints the addresses of all servers for users with a client. Passwords and keys are not printed, because others may
 * read a terminal: they are in a file that only this user can read.
 */
record Addresses(String kafka, String mysql, String s3, String flink, Path credentials) {

    static Addresses of(Sandbox sandbox) throws IOException {
        return new Addresses(
                sandbox.kafkaBootstrap(),
                sandbox.jdbcUrl(),
                sandbox.s3Endpoint(),
                sandbox.flinkUrl(),
                writeCredentials(sandbox));
    }

    private static Path writeCredentials(Sandbox sandbox) throws IOException {
        return OwnerOnly.createFile(
                sandbox.folder().resolve("credentials"),
                List.of(
                        "MYSQL_USER=" + sandbox.jdbcUser(),
                        "MYSQL_PASSWORD=" + sandbox.jdbcPassword(),
                        "AWS_ACCESS_KEY_ID=" + sandbox.s3().accessKey(),
                        "AWS_SECRET_ACCESS_KEY=" + sandbox.s3().secretKey()));
    }

    List<String> lines() {
        return List.of("kafka=" + kafka, "mysql=" + mysql, "s3=" + s3, "flink=" + flink, "credentials=" + credentials);
    }
}
