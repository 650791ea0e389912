package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class MySqlConnectionTest {

    private static final String URL = "jdbc:mysql://db:3306/carriageway?useSSL=true";

    @Test
    void anotherDatabaseTakesThePlaceOfTheOneInTheUrl() {
        var whatIf = connection(URL, "2026_what_if");
        assertThat(whatIf.isApart()).isTrue();
        assertThat(whatIf.urlWithDefaults()).startsWith("jdbc:mysql://db:3306/2026_what_if?useSSL=true&");
        assertThat(whatIf.base().urlWithDefaults()).startsWith(URL + "&");
        assertThat(whatIf.base().isApart()).isFalse();
        assertThat(connection("jdbc:mysql://db/carriageway", "whatif").urlWithDefaults())
                .startsWith("jdbc:mysql://db/whatif?");
    }

    @Test
    void theDatabaseOfTheUrlIsNoOther() {
        assertThat(connection(URL, "carriageway").isApart()).isFalse();
    }

    @Test
    void aNameThatIsNoneIsRefusedAndAUrlWithoutOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection(URL, "what-if`; DROP"))
                .withMessageContaining("--mysql.schema does not take");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection("jdbc:mysql://db:3306/", "whatif"))
                .withMessageContaining("must name a database");
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(connection("jdbc:mysql://ana:hunter2@db/carriageway?password=hunter2", "whatif"))
                .asString()
                .contains("jdbc:mysql://***db/carriageway***")
                .doesNotContain("hunter2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection("jdbc:postgresql://db/carriageway?password=hunter2", "carriageway"))
                .withMessage(
                        "option --mysql.url is not like jdbc:mysql://host:3306/carriageway, with a host and a database");
    }

    private static MySqlConnection connection(String url, String schema) {
        return MySqlConnection.of(Configuration.fromMap(
                Map.of("mysql.url", url, "mysql.user", "u", "mysql.password", "p", "mysql.schema", schema)));
    }
}
