package io.carriageway.jobs.options;

import static org.apache.flink.configuration.ConfigOptions.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

    private static final ConfigOption<String> FILE =
            key("db.password-file").stringType().noDefaultValue();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"canary", "canary\n", "canary\r\n", "\uFEFFcanary"})
    void aFileIsReadWithoutTheEndOfItsLine(String content) throws Exception {
        var file = Files.writeString(folder.resolve("secret"), content);
        var reference = SecretReference.require(given(file), FILE, "NONE_SUCH");
        assertThat(reference).doesNotContain("canary");
        assertThat(SecretReference.resolve(reference)).isEqualTo("canary");
    }

    @Test
    void aVariableIsNamedAndNotCopied() {
        var reference = SecretReference.require(new Configuration(), FILE, "PATH");
        assertThat(reference).isEqualTo("${env:PATH}");
        assertThat(SecretReference.resolve(reference)).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void theFileWinsOverTheVariable() {
        assertThat(SecretReference.require(given(folder.resolve("secret")), FILE, "PATH"))
                .contains("secret");
    }

    @Test
    void aTextMayContainSeveralReferences() throws Exception {
        Files.writeString(folder.resolve("a.properties"), "one=$1\\\\\ntwo=second\n");
        var text = "x=${file:%1$s/a.properties:one}&y=${directory:%1$s:b}&z=${file:%1$s/a.properties:two}"
                .formatted(folder);
        Files.writeString(folder.resolve("b"), "${env:PATH}");
        assertThat(SecretReference.resolve(text)).isEqualTo("x=$1\\&y=${env:PATH}&z=second");
    }

    @Test
    void neitherFileNorVariableIsAnError() {
        assertThat(SecretReference.optional(new Configuration(), FILE, "NONE_SUCH"))
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretReference.require(new Configuration(), FILE, "NONE_SUCH"))
                .withMessage(
                        "option --db.password-file is missing, and environment variable NONE_SUCH is not set; give one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${env:NONE_SUCH}", "${directory:/none:such}", "${file:/none/such:key}"})
    void aSecretThatThisMachineLacksIsNamed(String reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretReference.resolve("a" + reference))
                .withMessageStartingWith("this machine has no secret " + reference + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a:b/c", "/a/b}", "/"})
    void aPathThatAReferenceCannotHoldIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretReference.require(given(Path.of(path)), FILE, "NONE_SUCH"))
                .withMessageStartingWith("option --db.password-file does not take '" + path + "'");
    }

    private static Configuration given(Path file) {
        return Configuration.fromMap(Map.of(FILE.key(), file.toString()));
    }
}
