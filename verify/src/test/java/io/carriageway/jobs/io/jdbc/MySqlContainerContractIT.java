package io.carriageway.jobs.io.jdbc;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** Tests MySQL itself, if there is a Docker engine to run it. */
@EnabledIf(value = "dockerIsHere", disabledReason = "no Docker engine: MySQL 8.4 cannot be started")
class MySqlContainerContractIT extends ExtremeRowsContract {

    private static MySQLContainer mysql;

    static boolean dockerIsHere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        mysql = new MySQLContainer("mysql:8.4").withDatabaseName("contract");
        mysql.start();
    }

    @AfterAll
    static void stop() {
        mysql.stop();
    }

    @Override
    MySqlConnection create(String database) {
        return new MySqlConnection(mysql.getJdbcUrl(), mysql.getUsername(), mysql.getPassword());
    }
}
