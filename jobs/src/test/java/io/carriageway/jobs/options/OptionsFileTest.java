package io.carriageway.jobs.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsFileTest {

    private static final KnownKeys KNOWN = new KnownKeys(
            new TreeSet<>(Set.of("network", "lake", "mysql.password", "lateness.limit", "kafka.client.*")));

    @TempDir
    Path folder;

    @Test
    void valuesAreReadAsTheyAreWritten() throws IOException {
        assertThat(read("\uFEFF# a comment\r\n! another\r\n\r\n  network = C:\\data\\roads.geojson \r\n"
                        + "lake=s3://b/Stra\u00dfe\nmysql.password=#a=b:c\\u0041\\\nlateness.limit: 5 min"))
                .isEqualTo(Map.of(
                        "network", "C:\\data\\roads.geojson",
                        "lake", "s3://b/Stra\u00dfe",
                        "mysql.password", "#a=b:c\\u0041\\",
                        "lateness.limit", "5 min"));
        assertThat(read("")).isEmpty();
    }

    @Test
    void aLineThatIsNoOptionIsNamedByItsNumberAlone() {
        for (var line : new String[] {"hunter2", "--mysql.password=hunter2", "my password=hunter2", "=hunter2"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read("lake=a\n" + line))
                    .withMessage("options file " + folder.resolve("a.properties")
                            + ": line 2 is not key=value, nor a comment that begins with #");
        }
    }

    @Test
    void anOptionThatIsGivenTwiceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("mysql.password=hunter2\n\nmysql.password=hunter2"))
                .withMessageEndingWith("line 3 gives option mysql.password again");
    }

    @Test
    void anUnknownOptionIsNamedByItsLine() {
        for (var line : new String[] {"hunter2=", "hunter2: x"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read("mysql.password=my\n" + line))
                    .withMessageEndingWith("line 2 is an unknown option; known are"
                            + " [kafka.client.*, lake, lateness.limit, mysql.password, network]");
        }
    }

    @Test
    void aKeyMayBeginWithThatOfAGroup() throws IOException {
        assertThat(read("kafka.client.security.protocol=SASL_SSL"))
                .isEqualTo(Map.of("kafka.client.security.protocol", "SASL_SSL"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("kafka.clients=SASL_SSL"))
                .withMessageContaining("line 1 is an unknown option");
    }

    @Test
    void bytesThatAreNoUtf8AreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("lake=a\nnetwork=Stra\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageEndingWith("line 2 is not in UTF-8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("lake=a".getBytes(StandardCharsets.UTF_16)))
                .withMessageEndingWith("line 1 is not in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "bom, file:/x.geojson",
        "utf8_path, file:/data/Stra\u00dfen.geojson",
        "windows_path, C:\\data\\roads.geojson"
    })
    void filesOfOtherToolsAreReadAsWritten(String file, String network) throws IOException {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set");
        var path = Path.of(root, "cases/options", file + ".properties");
        assumeTrue(Files.exists(path), path + " is missing");
        assertThat(new OptionsFile(path).read(KNOWN)).isEqualTo(Map.of("network", network));
    }

    private Map<String, String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> read(byte[] bytes) throws IOException {
        return new OptionsFile(Files.write(folder.resolve("a.properties"), bytes)).read(KNOWN);
    }
}
