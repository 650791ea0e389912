package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.jobs.io.jdbc.reference.CameraReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(new MySqlConnection(
                        "jdbc:mysql:replication://[::1]:3306,db-2/carriageway?password=hunter2", "u", "hunter2"))
                .asString()
                .contains("url=jdbc:mysql:replication://[::1]:3306,db-2/carriageway?***,")
                .doesNotContain("hunter2");
        assertThat(connection("jdbc:mysql://db:3306/carriageway", "whatif"))
                .asString()
                .contains("url=jdbc:mysql://db:3306/carriageway,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://ana:hunter2@db/carriageway",
                "jdbc:mysql://db:hunter2/carriageway",
                "jdbc:mysql://(host=h,port=1,user=u,password=hunter2)/db",
                "jdbc:mysql://address=(host=h)(password=hunter2)/db",
                "jdbc:mysql:loadbalance://ana:hunter2@[h,(host=h,password=hunter2)]/db"
            })
    void aUrlThatMayHoldAPasswordBeforeItsDatabaseIsNotShown(String url) {
        assertThat(new MySqlConnection(url, "u", "hunter2"))
                .asString()
                .contains("url=***,")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/carriageway?password=hunter2",
                "jdbc:mysql:typo://h/db?password=hunter2",
                "jdbc:mysql:loadbalanced://u:hunter2@h/db",
                "jdbc:mysql:://u:hunter2@h/db",
                "jdbc:mysql://u:hun/hunter2@h/db",
                "jdbc:mysql://h:1/db;password=hunter2",
                "jdbc:mysql://h:1/db&password=hunter2",
                "jdbc:mysql://h:1/db#hunter2",
                "jdbc:mysql://h:1/db hunter2",
                "jdbc:mysql://h:1/(password=hunter2)"
            })
    void aUrlOfAnotherFormIsRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection(url, "carriageway"))
                .withMessageStartingWith("option --mysql.url is not like jdbc:mysql://host:3306/carriageway,")
                .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://h/db?password=hunter2",
                "jdbc:mysql://h/db?sslMode=REQUIRED&trustCertificateKeyStorePassword=hunter2",
                "jdbc:mysql://h/db?a=b&PASSWORD1=hunter2",
                "jdbc:mysql://u:hunter2@h/db",
                "jdbc:mysql://h/db?trustCertificateKeyStorePasswor%64=hunter2",
                "jdbc:mysql://h/db?clientCertificateKeyStorePassword=${env:X}hunter2",
                "jdbc:mysql://(host=h,password=hunter2)/db"
            })
    void aUrlWithASecretIsRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection(url, "carriageway"))
                .withMessageStartingWith("option --mysql.url contains a user or a secret;")
                .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
    }

    @Test
    void aReferenceInTheUrlIsResolvedWhereASessionIsOpened(@TempDir Path folder) throws Exception {
        // characters that would end a parameter of a URL, or the URL
        Files.writeString(folder.resolve("secret"), "hun&#%+ter2\n");
        var url = "jdbc:mysql://h/db?trustCertificateKeyStorePassword=${directory:" + folder + ":secret}";
        var connection = MySqlConnection.of(Configuration.fromMap(Map.of(
                "mysql.url",
                url,
                "mysql.user",
                "u",
                "mysql.password-file",
                folder.resolve("secret").toString())));
        assertThat(connection.secretParameters())
                .containsExactly(Map.entry("trustCertificateKeyStorePassword", "hun&#%+ter2"));
        assertThat(connection.urlWithDefaults())
                .startsWith("jdbc:mysql://h/db?")
                .doesNotContain("hun", "${");
        assertThat(connection.connectorOptions().getProperties())
                .containsEntry("trustCertificateKeyStorePassword", "hun&#%+ter2");
        assertThat(connection.clearPassword()).isEqualTo("hun&#%+ter2");
        assertThat(new String(InstantiationUtil.serializeObject(connection), StandardCharsets.ISO_8859_1))
                .contains("jdbc:mysql://h/db")
                .doesNotContain("ter2");
    }

    @Test
    void aMissingSecretIsNotReportedAsAWrongUrl() {
        var connection = new MySqlConnection("jdbc:mysql://127.0.0.1:1/db", "u", "${directory:/none:such}");
        assertThatIllegalArgumentException()
                .isThrownBy(connection::open)
                .withMessageStartingWith("this machine has no secret ${directory:/none:such};");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://h/db?passwordCharacterEncoding=UTF-8&disconnectOnExpiredPasswords=false",
                "jdbc:mysql://h/db?sessionVariables=a=1,default_password_lifetime=0",
                "jdbc:mysql://h/db?"
            })
    void aParameterThatIsNoSecretIsTaken(String url) {
        assertThat(connection(url, "db").urlWithDefaults()).startsWith(url.replaceFirst("[?]$", ""));
    }

    /** A URL without a driver, and one with a parameter that the driver does not understand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:none://h/db?password=hunter2",
                "jdbc:mysql://127.0.0.1:1/db?password=hunter2&connectTimeout=hunter2",
                "jdbc:mysql://127.0.0.1:1/db?password=hunter2%hunter2",
                "jdbc:mysql://u:hunter2@127.0.0.1:hunter2/db",
                "jdbc:mysql://(host=127.0.0.1,port=1,user=u,password=hunter2,hunter2)/db",
                "jdbc:mysql://(host=127.0.0.1,port=1,user=u,password=hunter2/db",
                "jdbc:mysql://127.0.0.1:1/db?useSSL=hunter2"
            })
    void noErrorOfOpeningRepeatsASecret(String url) {
        var connection = new MySqlConnection(url, "u", "hunter2");
        assertThatThrownBy(connection::open)
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
        assertThatThrownBy(() -> CameraReference.carriagewayPolygons(connection))
                .satisfies(e -> assertThat(ExceptionUtils.stringifyException(e)).doesNotContain("hunter2"));
    }

    private static MySqlConnection connection(String url, String schema) {
        return MySqlConnection.of(Configuration.fromMap(
                Map.of("mysql.url", url, "mysql.user", "u", "mysql.password-file", "/any", "mysql.schema", schema)));
    }
}
