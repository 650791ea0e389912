package io.carriageway.jobs.io.jdbc;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the sandbox's database: MariaDB, or the server that MYSQL_URL names. */
@ExtendWith(SandboxExtension.class)
class EmbeddedDatabaseContractIT extends ExtremeRowsContract {

    private final Sandbox sandbox;

    EmbeddedDatabaseContractIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    MySqlConnection create(String database) throws Exception {
        return new MySqlConnection(sandbox.database().create(database), sandbox.jdbcUser(), sandbox.jdbcPassword());
    }
}
